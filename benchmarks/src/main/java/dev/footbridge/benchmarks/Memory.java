package dev.footbridge.benchmarks;

/**
 * Heap in use after a collection.
 *
 * @param bytes that survived it
 */
record Memory(long bytes) {

    private static final int COLLECTIONS = 4;

    /** Collects several times: one collection leaves what only becomes unreachable while it runs. */
    static Memory used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            runtime.gc();
        }
        return new Memory(runtime.totalMemory() - runtime.freeMemory());
    }

    /** Bytes for each of so many things made since. */
    long since(Memory earlier, int things) {
        return (bytes - earlier.bytes) / things;
    }
}
