package dev.footbridge.compiled;

import dev.footbridge.argument.Counted;
import dev.footbridge.argument.Pointer;
import dev.footbridge.argument.TextFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text and what it must be besides. After the first check that fails the others are left out. */
public final class TextSlot {

    private final Slot slot;
    private final @Nullable String value;
    private boolean bad;

    TextSlot(Slot slot, @Nullable String value) {
        this.slot = slot;
        this.value = value;
    }

    /** @param most in code points, as {@code least}; both included */
    public TextSlot length(int least, int most) {
        if (value != null) {
            int length = value.codePointCount(0, value.length());
            if (length < least) {
                report("must be at least " + Counted.characters(least) + " long");
            }
            if (length > most) {
                report("must be at most " + Counted.characters(most) + " long");
            }
        }
        return this;
    }

    /** @param matches what the pattern says of {@link #value()} */
    public TextSlot pattern(String regex, boolean matches) {
        if (!matches) {
            report("must match the pattern " + regex);
        }
        return this;
    }

    public TextSlot format(TextFormat format) {
        if (value != null && !format.fits(value)) {
            report(format.expectation());
        }
        return this;
    }

    public TextSlot allowed(List<String> texts) {
        if (value != null && !texts.contains(value)) {
            report("must be one of: " + Pointer.names(texts));
        }
        return this;
    }

    /** The text, empty where there is none. */
    public String value() {
        return value == null ? "" : value;
    }

    /** The text, null where there is none. */
    public @Nullable String get() {
        return value;
    }

    /** The text, or the fallback where there is none. */
    public String orElse(String fallback) {
        return value == null ? fallback : value;
    }

    private void report(String expected) {
        if (value != null && !bad) {
            bad = true;
            slot.report(expected);
        }
    }
}
