package dev.footbridge.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON number, kept as the text it was written with, so that {@code 1} and {@code 1.0} and a 30-digit id all survive
 * a round trip. Equal when the text is equal; compare {@link #decimal()} to compare amounts.
 *
 * @param text the number in JSON's own syntax; {@link JsonReader} bounds its length and exponent
 */
public record JsonNumber(String text) implements Json {

    public BigDecimal decimal() {
        return new BigDecimal(text);
    }

    /** True for a number without a fractional part: {@code 42}, {@code 42.0} and {@code 4.2e1} alike. */
    public boolean isInteger() {
        return hasPlainIntegerText() || decimal().stripTrailingZeros().scale() <= 0;
    }

    /** The value as a {@code long}, or empty if it has a fraction or does not fit. */
    public OptionalLong longValue() {
        try {
            return OptionalLong.of(
                    hasPlainIntegerText() ? Long.parseLong(text) : decimal().longValueExact());
        } catch (ArithmeticException | NumberFormatException tooLargeOrFractional) {
            return OptionalLong.empty();
        }
    }

    /** The value as a whole number of any size, or empty if it has a fraction. */
    public Optional<BigInteger> wholeValue() {
        return isInteger() ? Optional.of(decimal().toBigIntegerExact()) : Optional.empty();
    }

    private boolean hasPlainIntegerText() {
        return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
}
