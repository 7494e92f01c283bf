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

    /** @throws IllegalArgumentException if the text is not a number of RFC 8259 §6 */
    public JsonNumber {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("not a JSON number");
        }
    }

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
        if (hasPlainIntegerText()) {
            return Optional.of(new BigInteger(text));
        }
        return isInteger() ? Optional.of(decimal().toBigIntegerExact()) : Optional.empty();
    }

    private boolean hasPlainIntegerText() {
        return digits(text, text.startsWith("-") ? 1 : 0) == text.length();
    }

    /** True for a text that RFC 8259 §6 calls a number. */
    static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, start);
        if (whole == start || (whole > start + 1 && text.charAt(start) == '0')) {
            return false;
        }
        int at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int mark) {
        if (text.charAt(mark) != 'e' && text.charAt(mark) != 'E') {
            return false;
        }
        boolean signed = mark + 1 < text.length() && "+-".indexOf(text.charAt(mark + 1)) >= 0;
        int start = signed ? mark + 2 : mark + 1;
        return start < text.length() && digits(text, start) == text.length();
    }

    /** The end of the run of digits that begins at the index. */
    private static int digits(String text, int index) {
        int end = index;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
