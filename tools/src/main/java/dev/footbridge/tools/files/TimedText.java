package dev.footbridge.tools.files;

import java.util.function.BooleanSupplier;

/**
 * A text that refuses to be read on when the time is up: the only way to stop a regular expression within a line. Not
 * thread-safe.
 */
final class TimedText implements CharSequence {

    private static final int READS_BETWEEN_LOOKS = 1 << 16;

    private final CharSequence text;
    private final BooleanSupplier late;
    private int reads;

    TimedText(CharSequence text, BooleanSupplier late) {
        this.text = text;
        this.late = late;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_BETWEEN_LOOKS == 0 && late.getAsBoolean()) {
            throw new TimeUp();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The time is up. */
    static final class TimeUp extends RuntimeException {
        TimeUp() {
            super("the time for a search is up", null, false, false);
        }
    }
}
