package dev.footbridge.compiled;

import dev.footbridge.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A number of any size and precision, and what it must be besides. */
public final class DecimalSlot {

    private final Slot slot;
    private final @Nullable BigDecimal value;

    private DecimalSlot(Slot slot, @Nullable BigDecimal value) {
        this.slot = slot;
        this.value = value;
    }

    static DecimalSlot read(Slot slot, boolean whole) {
        String expected = whole ? "must be a whole number" : "must be a number";
        JsonNumber number = slot.numberOr(expected);
        if (number != null && whole && !number.isInteger()) {
            slot.report(expected);
            return new DecimalSlot(slot, null);
        }
        return new DecimalSlot(slot, number == null ? null : number.decimal());
    }

    public DecimalSlot min(double least) {
        return require(compare(least) >= 0, "must be at least ", least);
    }

    public DecimalSlot max(double greatest) {
        return require(compare(greatest) <= 0, "must be at most ", greatest);
    }

    public DecimalSlot exclusiveMin(double bound) {
        return require(compare(bound) > 0, "must be greater than ", bound);
    }

    public DecimalSlot exclusiveMax(double bound) {
        return require(compare(bound) < 0, "must be less than ", bound);
    }

    /** @param divisor a decimal number greater than 0 */
    public DecimalSlot multipleOf(String divisor) {
        if (value != null && value.remainder(new BigDecimal(divisor)).signum() != 0) {
            slot.report("must be a multiple of " + divisor);
        }
        return this;
    }

    /** The number, null where there is none. */
    public @Nullable BigDecimal get() {
        return value;
    }

    /** The number, or the fallback where there is none. */
    public BigDecimal orElse(String fallback) {
        return value == null ? new BigDecimal(fallback) : value;
    }

    /** The whole number, null where there is none. */
    public @Nullable BigInteger getWhole() {
        return value == null ? null : value.toBigIntegerExact();
    }

    /** The whole number, or the fallback where there is none. */
    public BigInteger wholeOrElse(String fallback) {
        return value == null ? new BigInteger(fallback) : value.toBigIntegerExact();
    }

    /** A bound as people write it: without a fraction where it has none. */
    static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1L << 53
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private int compare(double bound) {
        return value == null ? 0 : value.compareTo(BigDecimal.valueOf(bound));
    }

    private DecimalSlot require(boolean holds, String expected, double bound) {
        if (value != null && !holds) {
            slot.report(expected + shown(bound));
        }
        return this;
    }
}
