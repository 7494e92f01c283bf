package dev.footbridge.text;

/** A set of code points, as ranges in order. Immutable. */
final class CodePoints {

    private final int[] bounds;

    /** @param bounds the first and the last of each range */
    CodePoints(int... bounds) {
        this.bounds = bounds;
    }

    boolean contains(int codePoint) {
        for (int i = 0; i < bounds.length && codePoint >= bounds[i]; i += 2) {
            if (codePoint <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
