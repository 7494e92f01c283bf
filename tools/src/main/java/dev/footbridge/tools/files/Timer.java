package dev.footbridge.tools.files;

import dev.footbridge.call.Call;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Tells work when to stop: after its time, or when nobody waits for it any more. It never says so at first, so that
 * every answer gets further than the one before. Not thread-safe.
 */
final class Timer implements BooleanSupplier {

    private final Call call;
    private final long start = System.nanoTime();
    private final long allowedNanos;
    private boolean begun;

    Timer(Call call, Duration allowed) {
        this.call = call;
        this.allowedNanos = allowed.toNanos();
    }

    /** True once it is time to stop. */
    @Override
    public boolean getAsBoolean() {
        if (!begun) {
            begun = true;
            return false;
        }
        return call.cancelled() || System.nanoTime() - start > allowedNanos;
    }
}
