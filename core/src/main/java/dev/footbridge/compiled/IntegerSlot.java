package dev.footbridge.compiled;

import dev.footbridge.json.JsonNumber;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A whole number of at most 64 bits and what it must be besides. */
public final class IntegerSlot {

    private static final String EXPECTED = "must be a whole number";

    private final Slot slot;
    private final boolean present;
    private final long value;

    private IntegerSlot(Slot slot, boolean present, long value) {
        this.slot = slot;
        this.present = present;
        this.value = value;
    }

    static IntegerSlot read(Slot slot, long least, long greatest) {
        JsonNumber number = slot.numberOr(EXPECTED);
        if (number == null) {
            return new IntegerSlot(slot, false, 0);
        }
        OptionalLong whole = number.longValue();
        if (whole.isEmpty()) {
            slot.report(number.isInteger() ? outside(number.text().startsWith("-"), least, greatest) : EXPECTED);
        } else if (whole.getAsLong() < least || whole.getAsLong() > greatest) {
            slot.report(outside(whole.getAsLong() < least, least, greatest));
        }
        return new IntegerSlot(slot, whole.isPresent(), whole.orElse(0));
    }

    private static String outside(boolean below, long least, long greatest) {
        return below ? "must be at least " + least : "must be at most " + greatest;
    }

    public IntegerSlot multipleOf(long divisor) {
        if (present && value % divisor != 0) {
            slot.report("must be a multiple of " + divisor);
        }
        return this;
    }

    /** The number, 0 where there is none. */
    public long value() {
        return orElse(0);
    }

    /** The number, or the fallback where there is none. */
    public long orElse(long fallback) {
        return present ? value : fallback;
    }

    /** The number, empty where there is none. */
    public OptionalLong optional() {
        return present ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** As {@link #optional}, for bounds that are within 32 bits. */
    public OptionalInt optionalInt() {
        return present ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /** The number, null where there is none. */
    public @Nullable Long get() {
        return present ? (Long) value : null;
    }

    /** As {@link #get}, for bounds that are within 32 bits. */
    public @Nullable Integer getInt() {
        return present ? (Integer) (int) value : null;
    }

    /** As {@link #get}, for bounds that are within 16 bits. */
    public @Nullable Short getShort() {
        return present ? (Short) (short) value : null;
    }

    /** As {@link #get}, for bounds that are within 8 bits. */
    public @Nullable Byte getByte() {
        return present ? (Byte) (byte) value : null;
    }
}
