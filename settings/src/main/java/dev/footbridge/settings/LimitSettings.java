package dev.footbridge.settings;

import dev.footbridge.limit.LimitRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often tools may be called.
 *
 * @param loop when a caller that repeats one call is stopped; empty for never
 * @param resultLength how many characters a tool's result has at most; empty for what the server has anyway
 * @param metered whether the usage of every call is counted
 */
public record LimitSettings(List<LimitRule> rules, Optional<Loop> loop, OptionalInt resultLength, boolean metered) {

    public static final LimitSettings NONE = new LimitSettings(List.of(), Optional.empty(), OptionalInt.empty(), false);

    public LimitSettings {
        rules = List.copyOf(rules);
    }

    /** The same call so many times within a time. */
    public record Loop(int most, Duration within) {}

    /** True if nothing is limited or counted. */
    public boolean none() {
        return rules.isEmpty() && !metered;
    }
}
