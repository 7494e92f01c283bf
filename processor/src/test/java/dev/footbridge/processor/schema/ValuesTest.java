package dev.footbridge.processor.schema;

import static dev.footbridge.processor.schema.Models.argument;
import static dev.footbridge.processor.schema.Models.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final NumberRules RULES = new NumberRules(
            OptionalDouble.empty(), OptionalDouble.of(2.5), OptionalDouble.of(0), OptionalDouble.empty(), "0.50");

    @Test
    void wholeNumberSaysItsBoundsAlsoWhereTheyAreThoseOfItsType() {
        Shape whole = new Shape.Whole("long", Long.MIN_VALUE, Long.MAX_VALUE, OptionalLong.of(5));

        assertThat(argument(whole))
                .isEqualTo("{'type':'integer','minimum':-9223372036854775808,"
                        + "'maximum':9223372036854775807,'multipleOf':5}");
        assertThat(result(whole)).isEqualTo("{'type':'integer'}");
    }

    @Test
    void numberSaysItsRulesAndAFloatItsRangeBesides() {
        assertThat(argument(new Shape.Real("double", RULES)))
                .isEqualTo("{'type':'number','maximum':2.5,'exclusiveMinimum':0,'multipleOf':0.50}");
        assertThat(argument(new Shape.Real("float", NumberRules.NONE)))
                .isEqualTo("{'type':'number','minimum':-3.4028234663852886E38,'maximum':3.4028234663852886E38}");
        assertThat(argument(new Shape.BigWhole(NumberRules.NONE))).isEqualTo("{'type':'integer'}");
        assertThat(result(new Shape.Real("float", RULES))).isEqualTo("{'type':'number'}");
    }

    @Test
    void textSaysEveryRuleInArgumentsAndNoneInResults() {
        Shape text = new Shape.Text(new TextRules(1, 9, "a|b", "EMAIL", List.of("a", "b")));

        assertThat(argument(text))
                .isEqualTo("{'type':'string','minLength':1,'maxLength':9,'pattern':'^(?:a|b)$',"
                        + "'format':'email','enum':['a','b']}");
        assertThat(result(text)).isEqualTo("{'type':'string'}");
    }

    @Test
    void patternIsAnchoredOnce() {
        assertThat(Anchors.around("[a|b]\\|(c|d)")).isEqualTo("^[a|b]\\|(c|d)$");
        assertThat(Anchors.around("^ab$")).isEqualTo("^ab$");
        assertThat(Anchors.around("ab\\$")).isEqualTo("^ab\\$$");
        assertThat(Anchors.around("ab\\\\$")).isEqualTo("^ab\\\\$");
        assertThat(Anchors.around("^a|b$")).isEqualTo("^(?:^a|b$)$");
    }

    @Test
    void constantsWithATitleAreNamedOneByOne() {
        Shape plain = new Shape.Choice("shop.Size", List.of(new Shape.Choice.Constant("S", "small", "")));
        Shape titled = new Shape.Choice(
                "shop.Size",
                List.of(new Shape.Choice.Constant("S", "s", "Small"), new Shape.Choice.Constant("L", "l", "")));

        assertThat(argument(plain)).isEqualTo("{'type':'string','enum':['small']}");
        assertThat(result(titled)).isEqualTo("{'type':'string','oneOf':[{'const':'s','title':'Small'},{'const':'l'}]}");
    }

    @Test
    void formOfAResultIsSaidOnlyIfEveryValueOfTheTypeHasIt() {
        assertThat(argument(new Shape.Formatted(FormattedType.URI))).isEqualTo("{'type':'string','format':'uri'}");
        assertThat(result(new Shape.Formatted(FormattedType.URI)))
                .isEqualTo("{'type':'string','format':'uri-reference'}");
        assertThat(result(new Shape.Formatted(FormattedType.DATE))).isEqualTo("{'type':'string','format':'date'}");
        assertThat(argument(new Shape.Formatted(FormattedType.YEAR_MONTH)))
                .isEqualTo("{'type':'string','pattern':'^\\\\d{4}-(0[1-9]|1[0-2])$'}");
        assertThat(result(new Shape.Formatted(FormattedType.YEAR_MONTH))).isEqualTo("{'type':'string'}");
    }

    @Test
    void bytesAreMeasuredInCharactersAndByTheirPadding() {
        String head = "{'type':'string','contentEncoding':'base64','pattern':"
                + "'^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$'";

        assertThat(argument(new Shape.Bytes(0, Integer.MAX_VALUE))).isEqualTo(head + "}");
        assertThat(argument(new Shape.Bytes(1, 3))).isEqualTo(head + ",'minLength':4,'maxLength':4}");
        assertThat(argument(new Shape.Bytes(0, 4)))
                .isEqualTo(head + ",'maxLength':8,'anyOf':[{'maxLength':4},{'pattern':'==$'}]}");
        assertThat(argument(new Shape.Bytes(2, 5)))
                .isEqualTo(head + ",'minLength':4,'maxLength':8,'allOf':["
                        + "{'anyOf':[{'minLength':8},{'pattern':'[^=].$'}]},"
                        + "{'anyOf':[{'maxLength':4},{'pattern':'=$'}]}]}");
        assertThat(result(new Shape.Bytes(2, 5))).isEqualTo("{'type':'string','contentEncoding':'base64'}");
    }

    @Test
    void ourOwnJsonIsAnythingOrAnyObject() {
        assertThat(argument(new Shape.Free("dev.footbridge.json.Json"))).isEqualTo("{}");
        assertThat(argument(new Shape.Free("dev.footbridge.json.JsonObject"))).isEqualTo("{'type':'object'}");
    }
}
