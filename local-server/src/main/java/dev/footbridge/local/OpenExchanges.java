package dev.footbridge.local;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The exchanges under way, counted so that stopping can wait for them, and whether there may be more. Whoever waits
 * looks again and again: it happens once in the life of a server, and waking it at each exchange would cost them all a
 * lock. Thread-safe.
 */
final class OpenExchanges {

    private static final long BETWEEN_LOOKS_MILLIS = 2;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean refusesMore;

    /** Stopping waits for calls, but not for clients that only listen. */
    static boolean isEndless(RequestHead request) {
        return "GET".equals(request.method())
                || request.headers().all("mcp-method").contains("subscriptions/listen");
    }

    /** From now on new requests are refused, and connections close after their answer. */
    void refuseMore() {
        refusesMore = true;
    }

    boolean refusesMore() {
        return refusesMore;
    }

    /** @param endless true for a stream that ends only when somebody ends it */
    void begin(boolean endless) {
        of(endless).incrementAndGet();
    }

    void end(boolean endless) {
        of(endless).decrementAndGet();
    }

    /** Waits until no call is left but endless streams; false if the time ran out. */
    boolean awaitCalls(Duration limit) {
        return await(limit, false);
    }

    /** Waits until nothing at all is left; false if the time ran out. */
    boolean awaitAll(Duration limit) {
        return await(limit, true);
    }

    private AtomicInteger of(boolean endless) {
        return endless ? streams : calls;
    }

    private boolean await(Duration limit, boolean streamsToo) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (calls.get() + (streamsToo ? streams.get() : 0) > 0) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
