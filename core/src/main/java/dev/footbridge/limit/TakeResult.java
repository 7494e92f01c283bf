package dev.footbridge.limit;

import java.time.Duration;
import java.util.Map;

/** What became of a take. */
public sealed interface TakeResult {

    /** Everything was taken. */
    record Taken(Map<String, Long> remaining) implements TakeResult {
        /** @param remaining what is left of each limit, by its name; of two with one name the smaller */
        public Taken {
            remaining = Map.copyOf(remaining);
        }
    }

    /**
     * Nothing was taken.
     *
     * @param limit the name of the limit; of several the one with the longest wait
     * @param kind tells a rate from a quota of the same name
     * @param delay after which the same take may pass
     */
    record Refused(String limit, Kind kind, Duration delay) implements TakeResult {}

    /** What refused. */
    enum Kind {
        RATE,
        QUOTA
    }
}
