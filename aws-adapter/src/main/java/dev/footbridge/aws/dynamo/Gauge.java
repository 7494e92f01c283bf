package dev.footbridge.aws.dynamo;

import dev.footbridge.limit.TakeResult.Kind;
import dev.footbridge.limit.TakeResult.Refused;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one take, kept as one number: it starts at a floor that moves with the clock, each call adds to it, and
 * a call passes while it is not above a top. What is below the floor counts as the floor. Immutable.
 */
sealed interface Gauge permits RateGauge, QuotaGauge {

    /** The name of the attribute that it is kept in. */
    String attribute();

    /** The name of the limit. */
    String limit();

    Kind kind();

    /**
     * The numbers of this take.
     *
     * @param seen what is known to be kept; null for nothing
     */
    Range range(@Nullable BigInteger seen);

    /** What a call that is undone must find, and takes away. */
    Range undone();

    /** Whether to expect it below the floor, for who knows nothing. */
    boolean isOftenIdle();

    /** How long until the take would pass. */
    Duration delay(@Nullable BigInteger seen);

    /** How much more would pass, after a take that left {@code kept}. */
    long left(BigInteger kept);

    /** Whether what is kept lies behind, so that the take starts at the floor. */
    default boolean isBehind(@Nullable BigInteger seen) {
        return seen == null ? isOftenIdle() : seen.compareTo(range(seen).floor()) <= 0;
    }

    default Optional<Refused> refusal(@Nullable BigInteger seen) {
        Range range = range(seen);
        BigInteger at = seen == null ? range.floor() : seen.max(range.floor());
        boolean passes = at.compareTo(range.top()) <= 0;
        return passes ? Optional.empty() : Optional.of(new Refused(limit(), kind(), delay(seen)));
    }

    /** Where a number must lie, and by how much it changes. */
    record Range(BigInteger floor, BigInteger top, BigInteger amount) {
        boolean has(BigInteger number) {
            return number.compareTo(floor) >= 0 && number.compareTo(top) <= 0;
        }
    }
}
