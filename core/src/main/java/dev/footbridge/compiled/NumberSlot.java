package dev.footbridge.compiled;

import dev.footbridge.json.JsonNumber;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A number that is read as a double, and what it must be besides. */
public final class NumberSlot {

    private static final String EXPECTED = "must be a number";

    private final Slot slot;
    private final @Nullable JsonNumber number;
    private final double value;

    private NumberSlot(Slot slot, @Nullable JsonNumber number, double value) {
        this.slot = slot;
        this.number = number;
        this.value = value;
    }

    static NumberSlot read(Slot slot) {
        JsonNumber number = slot.numberOr(EXPECTED);
        double value = number == null ? 0 : Double.parseDouble(number.text());
        if (Double.isInfinite(value)) {
            slot.report("must be a number within the range of a 64-bit float");
        }
        return new NumberSlot(slot, number, value);
    }

    /** For numbers that are kept in 32 bits. */
    public NumberSlot inFloat() {
        if (Double.isFinite(value) && Float.isInfinite((float) value)) {
            slot.report("must be a number within the range of a 32-bit float");
        }
        return this;
    }

    public NumberSlot min(double least) {
        return require(value >= least, "must be at least ", least);
    }

    public NumberSlot max(double greatest) {
        return require(value <= greatest, "must be at most ", greatest);
    }

    public NumberSlot exclusiveMin(double bound) {
        return require(value > bound, "must be greater than ", bound);
    }

    public NumberSlot exclusiveMax(double bound) {
        return require(value < bound, "must be less than ", bound);
    }

    /** @param divisor a decimal number greater than 0 */
    public NumberSlot multipleOf(String divisor) {
        if (number != null
                && number.decimal().remainder(new BigDecimal(divisor)).signum() != 0) {
            slot.report("must be a multiple of " + divisor);
        }
        return this;
    }

    /** The number, 0 where there is none. */
    public double value() {
        return value;
    }

    /** The number, or the fallback where there is none. */
    public double orElse(double fallback) {
        return number == null ? fallback : value;
    }

    /** The number, empty where there is none. */
    public OptionalDouble optional() {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The number, null where there is none. */
    public @Nullable Double get() {
        return number == null ? null : (Double) value;
    }

    /** As {@link #get}, in 32 bits. */
    public @Nullable Float getFloat() {
        return number == null ? null : (Float) (float) value;
    }

    private NumberSlot require(boolean holds, String expected, double bound) {
        if (number != null && !holds) {
            slot.report(expected + DecimalSlot.shown(bound));
        }
        return this;
    }
}
