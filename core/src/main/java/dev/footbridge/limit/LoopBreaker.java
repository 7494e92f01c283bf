package dev.footbridge.limit;

import dev.footbridge.call.Caller;
import dev.footbridge.state.LruMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stops an agent that makes the same call again and again: the same caller, tool and arguments more than so many times
 * within a stretch of time.
 *
 * <p>Counts in this instance alone, and remembers the 10,000 calls made last. Thread-safe.
 */
public final class LoopBreaker {

    private static final int CALLS = 10_000;

    private final int times;
    private final Duration within;
    private final InstantSource clock;
    /** By the caller, the tool and the digest. */
    private final Map<List<String>, ArrayDeque<Instant>> calls = new LruMap<>(CALLS);

    /** @throws IllegalArgumentException if {@code times} is not between 1 and 1000 */
    public LoopBreaker(int times, Duration within, InstantSource clock) {
        if (times < 1 || times > 1000) {
            throw new IllegalArgumentException("A loop has 1 to 1000 calls.");
        }
        this.times = times;
        this.within = within;
        this.clock = clock;
    }

    /**
     * Counts one call.
     *
     * @param argumentDigest equal for equal arguments; the arguments themselves are not kept here
     * @return why the call must not run, for the model; a call that must not run is not counted
     */
    public synchronized Optional<String> check(Caller caller, String tool, String argumentDigest) {
        Instant now = clock.instant();
        ArrayDeque<Instant> made =
                calls.computeIfAbsent(List.of(caller.key(), tool, argumentDigest), unused -> new ArrayDeque<>(1));
        while (!made.isEmpty() && !made.getFirst().plus(within).isAfter(now)) {
            made.removeFirst();
        }
        if (made.size() < times) {
            made.addLast(now);
            return Optional.empty();
        }
        Duration left = Duration.between(now, made.getFirst().plus(within));
        return Optional.of("Tool " + tool + " was called with the same arguments " + times + " times within "
                + Waits.words(within) + ". The result will not change, so the call did not run. Use the results you"
                + " have, call it with other arguments, or tell the user; the same call works again in "
                + Waits.words(left) + ".");
    }
}
