package dev.footbridge.aws.dynamo;

import dev.footbridge.limit.Rate;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Kind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rate as GCRA keeps it: the theoretical arrival time of the next call, in nanoseconds since 1970. Immutable. */
record RateGauge(RateTake taken, Instant now) implements Gauge {

    static final String PREFIX = "r:";

    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    /** The time from which on a rate that stands at it says no more than nothing. */
    static BigInteger floor(Instant now) {
        return BigInteger.valueOf(now.getEpochSecond()).multiply(BILLION).add(BigInteger.valueOf(now.getNano()));
    }

    @Override
    public String attribute() {
        return PREFIX + taken.name();
    }

    @Override
    public String limit() {
        return taken.name();
    }

    @Override
    public Kind kind() {
        return Kind.RATE;
    }

    @Override
    public Range range(@Nullable BigInteger seen) {
        BigInteger floor = floor(now);
        Rate rate = taken.rate();
        return new Range(floor, floor.add(BigInteger.valueOf((rate.burst() - 1) * step())), BigInteger.valueOf(step()));
    }

    @Override
    public Range undone() {
        return new Range(BigInteger.ZERO, BigInteger.TEN.pow(30), BigInteger.valueOf(step()));
    }

    @Override
    public boolean isOftenIdle() {
        return true;
    }

    @Override
    public Duration delay(@Nullable BigInteger seen) {
        return seen == null
                ? Duration.ZERO
                : Duration.ofNanos(seen.subtract(range(seen).top()).longValue());
    }

    @Override
    public long left(BigInteger kept) {
        long ahead = Math.max(0, kept.subtract(floor(now)).longValue());
        return Math.max(0, (whole().toNanos() - ahead) / step());
    }

    /** How long after its last call it may still count. */
    Duration whole() {
        return Duration.ofNanos(taken.rate().burst() * step());
    }

    private long step() {
        return taken.rate().interval().toNanos();
    }
}
