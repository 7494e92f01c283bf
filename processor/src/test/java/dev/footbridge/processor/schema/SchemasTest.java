package dev.footbridge.processor.schema;

import static dev.footbridge.processor.schema.Models.INT;
import static dev.footbridge.processor.schema.Models.TEXT;
import static dev.footbridge.processor.schema.Models.argument;
import static dev.footbridge.processor.schema.Models.definitions;
import static dev.footbridge.processor.schema.Models.listOf;
import static dev.footbridge.processor.schema.Models.member;
import static dev.footbridge.processor.schema.Models.nullable;
import static dev.footbridge.processor.schema.Models.optional;
import static dev.footbridge.processor.schema.Models.record;
import static dev.footbridge.processor.schema.Models.reference;
import static dev.footbridge.processor.schema.Models.required;
import static dev.footbridge.processor.schema.Models.result;
import static dev.footbridge.processor.schema.Models.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private static final Definition.SealedType PAYMENT = new Definition.SealedType(
            "Payment",
            "shop.Payment",
            "",
            "How it is paid.",
            "kind",
            List.of(new Definition.Variant("card", "Card"), new Definition.Variant("cash", "Cash")));

    @Test
    void objectSaysTypeNotesPropertiesAndNothingElse() {
        Definition.RecordType in = new Definition.RecordType(
                "In",
                "shop.In",
                "Order",
                "One order.",
                List.of(required("b", INT), optional("a")),
                List.of(),
                List.of());

        assertThat(text(Schemas.input(in, Map.of())))
                .isEqualTo("{'type':'object','title':'Order','description':'One order.','properties':{"
                        + "'b':{'type':'integer','minimum':0,'maximum':9},'a':{'type':'string'}},"
                        + "'required':['b'],'additionalProperties':false}");
        assertThat(text(Schemas.input(record("In"), Map.of())))
                .isEqualTo("{'type':'object','additionalProperties':false}");
    }

    @Test
    void memberSaysWhatTheAuthorSaidOfIt() {
        Member member = new Member(
                "size",
                "size",
                INT,
                Occurrence.DEFAULTED,
                new Member.Fallback("3", "3"),
                "Size",
                "In metres.",
                "Size",
                List.of("5"),
                "5");

        assertThat(argument(member))
                .isEqualTo("{'type':'integer','title':'Size','description':'In metres.','minimum':0,'maximum':9,"
                        + "'default':3,'examples':[5],'x-mcp-header':'Size'}");
    }

    @Test
    void memberThatMayBeNullSaysSoUnlessItIsMirroredInAHeader() {
        Shape size = new Shape.Choice("shop.Size", List.of(new Shape.Choice.Constant("S", "s", "")));
        Shape titled = new Shape.Choice("shop.Size", List.of(new Shape.Choice.Constant("S", "s", "Small")));
        Member mirrored =
                new Member("a", "a", TEXT, Occurrence.NULLABLE, Member.Fallback.NONE, "", "", "Region", List.of(), "");

        assertThat(argument(nullable("a"))).isEqualTo("{'type':['string','null']}");
        assertThat(argument(member("a", size, Occurrence.PRESENCE)))
                .isEqualTo("{'type':['string','null'],'enum':['s',null]}");
        assertThat(argument(member("a", titled, Occurrence.NULLABLE)))
                .isEqualTo("{'anyOf':[{'type':'string','oneOf':[{'const':'s','title':'Small'}]},{'type':'null'}]}");
        assertThat(argument(mirrored)).isEqualTo("{'type':'string','x-mcp-header':'Region'}");
    }

    @Test
    void listsAndMapsSayHowMany() {
        Shape set = new Shape.ListOf(Shape.ListOf.Container.SET, TEXT, 1, 3);
        Shape map = new Shape.MapOf(listOf(INT), 0, 2);

        assertThat(argument(set))
                .isEqualTo("{'type':'array','items':{'type':'string'},'minItems':1,'maxItems':3,'uniqueItems':true}");
        assertThat(argument(map))
                .isEqualTo("{'type':'object','additionalProperties':{'type':'array',"
                        + "'items':{'type':'integer','minimum':0,'maximum':9}},'maxProperties':2}");
        assertThat(result(set)).isEqualTo("{'type':'array','items':{'type':'string'}}");
        assertThat(result(map))
                .isEqualTo("{'type':'object','additionalProperties':{'type':'array','items':{'type':'integer'}}}");
    }

    @Test
    void variantOfASealedTypeBeginsWithItsTag() {
        Definition card = record("Card", required("number", TEXT));

        assertThat(argument(reference("Payment"), PAYMENT, card, record("Cash")))
                .isEqualTo("{'type':'object','description':'How it is paid.','oneOf':["
                        + "{'type':'object','properties':{'kind':{'const':'card'},'number':{'type':'string'}},"
                        + "'required':['kind','number'],'additionalProperties':false},"
                        + "{'type':'object','properties':{'kind':{'const':'cash'}},"
                        + "'required':['kind'],'additionalProperties':false}]}");
    }

    @Test
    void recordThatRefersToItselfIsDefinedOnceAndItsRootIsWrittenOut() {
        Definition.RecordType tree = record("Tree", required("children", listOf(reference("Tree"))));
        String written = "'type':'object','properties':{'children':{'type':'array','items':{'$ref':'#/$defs/Tree'}}},"
                + "'required':['children'],'additionalProperties':false";
        String expected = "{" + written + ",'$defs':{'Tree':{" + written + "}}}";

        assertThat(text(Schemas.input(tree, definitions(tree)))).isEqualTo(expected);
        assertThat(result(reference("Tree"), tree)).isEqualTo(expected);
    }

    @Test
    void referenceKeepsTheNotesOfItsMemberAndMayBeNull() {
        Definition.RecordType list =
                record("Link", member("next", reference("Link"), Occurrence.NULLABLE), required("text", TEXT));
        Member first = new Member(
                "first",
                "first",
                reference("Link"),
                Occurrence.REQUIRED,
                Member.Fallback.NONE,
                "",
                "The first.",
                "",
                List.of(),
                "");

        assertThat(text(Schemas.input(record("In", first), definitions(list))))
                .contains("'first':{'description':'The first.','$ref':'#/$defs/Link'}")
                .contains("'next':{'anyOf':[{'$ref':'#/$defs/Link'},{'type':'null'}]}");
    }

    @Test
    void recordThatIsUsedVeryOftenIsDefinedOnce() {
        Definition money = record("Money", required("amount", INT));
        Definition.RecordType eight = record("In", copies(8));
        Definition.RecordType nine = record("In", copies(9));

        assertThat(text(Schemas.input(eight, definitions(money)))).doesNotContain("$defs");
        assertThat(text(Schemas.input(nine, definitions(money))))
                .contains("'m0':{'$ref':'#/$defs/Money'}")
                .contains("'$defs':{'Money':{'type':'object'");
    }

    @Test
    void recordsThatDoubleWithEveryLevelStaySmall() {
        Map<String, Definition> levels = new TreeMap<>();
        levels.put("L0", record("L0", required("a", INT)));
        for (int i = 1; i <= 60; i++) {
            Shape below = reference("L" + (i - 1));
            levels.put("L" + i, record("L" + i, required("a", below), required("b", below)));
        }

        Definition.RecordType root = (Definition.RecordType) Objects.requireNonNull(levels.get("L60"));
        String schema = text(Schemas.input(root, levels));

        assertThat(schema).hasSizeLessThan(20_000);
    }

    @Test
    void resultIsRequiredToHaveWhatIsAlwaysWritten() {
        Definition out = record(
                "Out",
                required("a", TEXT),
                member("b", TEXT, Occurrence.NULLABLE),
                member("c", TEXT, Occurrence.OPTIONAL),
                member("d", TEXT, Occurrence.PRESENCE),
                member("e", TEXT, Occurrence.DEFAULTED));

        assertThat(result(reference("Out"), out))
                .startsWith("{'type':'object','properties':{'a':{'type':'string'},'b':{'type':['string','null']},"
                        + "'c':{'type':'string'},'d':{'type':['string','null']}")
                .endsWith("'required':['a','b','e'],'additionalProperties':false}");
    }

    @Test
    void resultThatMayBeAbsentMayBeNull() {
        Definition out = record("Out");
        Stream<Occurrence> absent = Stream.of(Occurrence.NULLABLE, Occurrence.OPTIONAL);

        assertThat(absent)
                .allSatisfy(
                        occurrence -> assertThat(text(Schemas.output(reference("Out"), occurrence, definitions(out))))
                                .isEqualTo("{'type':['object','null'],'additionalProperties':false}"));
    }

    private static Member[] copies(int count) {
        Member[] members = new Member[count];
        for (int i = 0; i < count; i++) {
            members[i] = required("m" + i, reference("Money"));
        }
        return members;
    }
}
