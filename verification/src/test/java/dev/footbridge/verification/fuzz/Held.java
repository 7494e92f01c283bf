package dev.footbridge.verification.fuzz;

/** How a target says that something does not hold. */
final class Held {

    private Held() {}

    /** @throws AssertionError unless it holds */
    static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
