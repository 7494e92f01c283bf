package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final TextField NAME = Field.text("name");
    private static final IntegerField AGE = Field.integer("age").max(150);
    private static final Fields FIELDS = Fields.of(
            NAME, AGE, Field.text("note").optional(), Field.flag("vip").defaultsTo(false));

    @Test
    void theDocumentIsClosedAndRequiresWhatHasNoDefault() {
        assertThat(FIELDS.document())
                .isEqualTo(json("{'type':'object','properties':{'name':{'type':'string'},"
                        + "'age':{'type':'integer','maximum':150},'note':{'type':'string'},"
                        + "'vip':{'type':'boolean','default':false}},"
                        + "'required':['name','age'],'additionalProperties':false}"));
        assertThat(FIELDS.document()).isSameAs(FIELDS.document());
    }

    @Test
    void fieldsKeepTheirOrder() {
        assertThat(FIELDS.document()
                        .object("properties")
                        .orElseThrow()
                        .members()
                        .keySet())
                .containsExactly("name", "age", "note", "vip");
    }

    @Test
    void requiredIsLeftOutWhereItWouldBeEmpty() {
        assertThat(Fields.of(NAME.optional()).document().has("required")).isFalse();
    }

    @Test
    void noArgumentsAreAClosedObject() {
        assertThat(Fields.none().document()).isEqualTo(json("{'type':'object','additionalProperties':false}"));
        assertThat(Fields.of().document()).isEqualTo(Fields.none().document());
        assertThat(problems(Fields.none(), "{}")).isEmpty();
        assertThat(problems(Fields.none(), "{'a':1}")).containsExactly("/a: is not a known argument; there are none");
    }

    @Test
    void everythingWrongIsListedAtOnce() {
        assertThat(problems(FIELDS, "{'age':151,'note':1,'nmae':'x'}"))
                .containsExactly(
                        "/name: is missing; it must be a string",
                        "/age: must be at most 150",
                        "/note: must be a string",
                        "/nmae: is not a known argument; known are: name, age, note, vip");
    }

    @Test
    void nullForARequiredFieldIsOfTheWrongType() {
        assertThat(problems(FIELDS, "{'name':null,'age':1,'note':null,'vip':null}"))
                .containsExactly("/name: must be a string");
    }

    @Test
    void somethingElseThanAnObjectIsRefused() {
        assertThat(problems(FIELDS, "[]")).containsExactly("must be an object");
    }

    @Test
    void pathsAreJsonPointers() {
        Fields nested = Fields.of(Field.object("a/b", Fields.of(Field.list(Field.text("c~d")))));

        assertThat(problems(nested, "{'a/b':{'c~d':['x',1]}}")).containsExactly("/a~1b/c~0d/1: must be a string");
        assertThat(problems(nested, "{'a/b':{}}")).containsExactly("/a~1b/c~0d: is missing; it must be an array");
    }

    @Test
    void atMostTwentyProblemsAreReported() {
        JsonObject.Builder many = JsonObject.builder();
        IntStream.range(0, 1000).forEach(i -> many.put("x" + i, i));

        assertThat(FIELDS.check(many.build())).hasSize(20);
        assertThat(Field.list(NAME).check(json("[" + "1,".repeat(99) + "1]"))).hasSize(20);
    }

    @Test
    void aNameThatTheClientMadeUpIsCutInThePath() {
        JsonObject value = JsonObject.of("😀".repeat(10_000), Json.of(1));

        assertThat(Fields.none().check(value).get(0).path())
                .hasSizeLessThan(150)
                .endsWith("😀…");
    }

    @Test
    void twoFieldsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fields.of(Field.text("x"), Field.flag("x")))
                .withMessage("two fields are named x");
    }

    @Test
    void onlyFlatFieldsFitAForm() {
        ChoiceField choice = Field.choice("c", "a");

        assertThat(FIELDS.isFlat()).isTrue();
        assertThat(Fields.of(choice, Field.number("n"), Field.text("t").format(TextFormat.URI))
                        .isFlat())
                .isTrue();
        assertThat(Fields.of(Field.list(choice).optional()).isFlat()).isTrue();
        assertThat(Fields.of(Field.list(NAME)).isFlat()).isFalse();
        assertThat(Fields.of(Field.object("o", Fields.none()).optional()).isFlat())
                .isFalse();
        assertThat(Fields.of(Field.text("t").format(TextFormat.UUID)).isFlat()).isFalse();
    }
}
