package dev.footbridge.feature;

import dev.footbridge.limit.Rate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a tool needs beside its arguments, of its caller and of the server. Immutable.
 *
 * @param scopes all of which a caller's credential needs, where callers have credentials (RFC 6749 §3.3)
 * @param rate how often each caller may call it, whatever the operator's limits say; null if only they decide
 * @param cost what one call takes of quotas and adds to the usage
 * @param recordedFirst whether the audit keeps that the call is about to run before it runs; where that cannot be kept
 *     the call does not run
 */
public record ToolTerms(Set<String> scopes, @Nullable Rate rate, long cost, boolean recordedFirst) {

    /** No scopes, no rate, the cost 1, recorded when it has ended. */
    public static final ToolTerms USUAL = new ToolTerms(Set.of(), null, 1, false);

    /** @throws IllegalArgumentException if the cost is negative */
    public ToolTerms {
        scopes = Set.copyOf(scopes);
        if (cost < 0) {
            throw new IllegalArgumentException("a cost is not negative");
        }
    }

    public ToolTerms requiring(String... needed) {
        return new ToolTerms(Set.of(needed), rate, cost, recordedFirst);
    }

    public ToolTerms ratedAt(Rate most) {
        return new ToolTerms(scopes, most, cost, recordedFirst);
    }

    public ToolTerms costing(long units) {
        return new ToolTerms(scopes, rate, units, recordedFirst);
    }

    public ToolTerms recordingFirst() {
        return new ToolTerms(scopes, rate, cost, true);
    }
}
