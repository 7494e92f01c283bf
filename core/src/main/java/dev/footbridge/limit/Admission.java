package dev.footbridge.limit;

import dev.footbridge.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a call may run. */
public sealed interface Admission {

    /** The call may run; {@link #close} when it ends. */
    final class Admitted implements Admission, AutoCloseable {
        private final Optional<Remaining> tightest;
        private final boolean degraded;
        private final Runnable end;

        Admitted(Optional<Remaining> tightest, boolean degraded, Runnable end) {
            this.tightest = tightest;
            this.degraded = degraded;
            this.end = end;
        }

        /** The limit that the fewest further calls would reach; empty if none counts. */
        public Optional<Remaining> tightest() {
            return tightest;
        }

        /** What the tightest limit has left. */
        public OptionalLong remaining() {
            return tightest.isPresent() ? OptionalLong.of(tightest.get().count()) : OptionalLong.empty();
        }

        /** True if the store did not answer and this instance decided alone; then the usage is not counted either. */
        public boolean degraded() {
            return degraded;
        }

        /** Frees the places that the call held. To close twice is to close once. */
        @Override
        public void close() {
            end.run();
        }
    }

    /** The call may not run now. */
    sealed interface Refused extends Admission {

        ErrorCode code();

        /** The id of the rule. */
        String rule();

        /** For the model: why, and how long to wait. */
        String text();

        /** After which a new try is worth it. */
        Duration delay();

        /** For {@code Retry-After}, rounded up: before that the same call would be refused again. */
        default long delaySeconds() {
            return Waits.seconds(delay());
        }
    }

    /**
     * A limit is reached.
     *
     * @param rule the id of the rule
     * @param delay after which the same call may pass
     * @param text for the model: which limit, how long to wait, and that a call before will fail
     */
    record Limited(String rule, Duration delay, String text) implements Refused {

        @Override
        public ErrorCode code() {
            return ErrorCode.RATE_LIMITED;
        }
    }

    /**
     * The store does not answer, and a rule forbids to go on without it.
     *
     * @param delay after which it is worth a new try
     * @param text for the model
     */
    record Unavailable(String rule, Duration delay, String text) implements Refused {

        @Override
        public ErrorCode code() {
            return ErrorCode.GUARD_UNAVAILABLE;
        }
    }

    /** What one rule has left: calls of a rate, cost of a quota. */
    record Remaining(String rule, long count) {}
}
