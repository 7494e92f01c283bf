package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1", "10", "-1.50", "1e5", "1E+5", "0.0e-10", "123456789012345678901234567890"})
    void numbersOfJsonAreAccepted(String text) {
        assertThat(new JsonNumber(text).decimal()).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "01", "-00", "+1", "1.", ".1", "1e", "1e+", "e1", "NaN", "0x1", "1 ", " 1", "1.e1", "١"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new JsonNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntegerIsWhateverHasNoFraction() {
        assertThat(new JsonNumber("42.0").isInteger()).isTrue();
        assertThat(new JsonNumber("4.2e1").longValue()).hasValue(42);
        assertThat(new JsonNumber("42.5").isInteger()).isFalse();
        assertThat(new JsonNumber("42.5").longValue()).isEmpty();
        assertThat(new JsonNumber("42.5").wholeValue()).isEmpty();
    }

    @Test
    void aLongKeepsItsExtremes() {
        assertThat(new JsonNumber("-9223372036854775808").longValue()).hasValue(Long.MIN_VALUE);
        assertThat(new JsonNumber("-0").longValue()).hasValue(0);
        assertThat(new JsonNumber("1e999").longValue()).isEmpty();
    }

    @Test
    void wholeNumbersBeyondLongAreKept() {
        assertThat(new JsonNumber("9223372036854775808").longValue()).isEmpty();
        assertThat(new JsonNumber("9223372036854775808").wholeValue()).contains(new BigInteger("9223372036854775808"));
    }
}
