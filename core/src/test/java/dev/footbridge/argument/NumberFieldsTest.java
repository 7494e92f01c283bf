package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.object;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberFieldsTest {

    @Test
    void anIntegerPublishesItsBounds() {
        assertThat(Field.integer("n").min(1).max(50).defaultsTo(30).header("N").schema())
                .isEqualTo(json("{'type':'integer','minimum':1,'maximum':50,'default':30,'x-mcp-header':'N'}"));
    }

    @Test
    void aWholeNumberMayHaveAZeroFraction() {
        assertThat(problems(Field.integer("n"), "42.0")).isEmpty();
        assertThat(Field.integer("n").read(object("{'n':4.20e1}"))).isEqualTo(42L);
    }

    @Test
    void anIntegerRefusesFractionsTextAndMoreThan64Bits() {
        assertThat(problems(Field.integer("n"), "1.5")).containsExactly("must be a whole number");
        assertThat(problems(Field.integer("n"), "'1'")).containsExactly("must be a whole number");
        assertThat(problems(Field.integer("n"), "9223372036854775807")).isEmpty();
        assertThat(problems(Field.integer("n"), "9223372036854775808"))
                .containsExactly("must be a whole number of at most 64 bits");
        assertThat(problems(Field.integer("n"), "1e308")).containsExactly("must be a whole number of at most 64 bits");
    }

    @Test
    void boundsOfAnIntegerAreInclusive() {
        IntegerField field = Field.integer("n").min(1).max(50);

        assertThat(problems(field, "1")).isEmpty();
        assertThat(problems(field, "50")).isEmpty();
        assertThat(problems(field, "0")).containsExactly("must be at least 1");
        assertThat(problems(field, "51")).containsExactly("must be at most 50");
    }

    @Test
    void aNumberPublishesItsBoundsAndItsDefault() {
        assertThat(Field.number("n").min(0).max(100).defaultsTo(95.5).schema())
                .isEqualTo(json("{'type':'number','minimum':0.0,'maximum':100.0,'default':95.5}"));
    }

    @Test
    void aNumberKeepsEveryDigit() {
        assertThat(Field.number("n").read(object("{'n':0.10000000000000000000001}")))
                .isEqualTo(new BigDecimal("0.10000000000000000000001"));
    }

    @Test
    void boundsOfANumberAreComparedByAmount() {
        NumberField field = Field.number("n").min(new BigDecimal("0.5")).max(new BigDecimal("1"));

        assertThat(problems(field, "0.50")).isEmpty();
        assertThat(problems(field, "1.000")).isEmpty();
        assertThat(problems(field, "0.49")).containsExactly("must be at least 0.5");
        assertThat(problems(field, "1.01")).containsExactly("must be at most 1");
        assertThat(problems(field, "true")).containsExactly("must be a number");
    }

    @Test
    void boundsThatContradictAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.integer("n").min(2).max(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.number("n").min(2).max(1));
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(Field.flag("f").defaultsTo(true).header("F").schema())
                .isEqualTo(json("{'type':'boolean','default':true,'x-mcp-header':'F'}"));
        assertThat(Field.flag("f").read(object("{'f':true}"))).isTrue();
        assertThat(problems(Field.flag("f"), "'true'")).containsExactly("must be true or false");
    }
}
