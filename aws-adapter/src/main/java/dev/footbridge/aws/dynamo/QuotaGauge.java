package dev.footbridge.aws.dynamo;

import dev.footbridge.limit.Quota;
import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.TakeResult.Kind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quota: the first day of its period, since 1970, times 10^19, and what was used in that period. A clock that is late
 * counts in the period that another has begun. Immutable.
 */
record QuotaGauge(QuotaTake taken, Instant now) implements Gauge {

    static final String DAY = "d:";
    static final String MONTH = "m:";

    /** More than any amount. */
    private static final BigInteger SPAN = BigInteger.TEN.pow(19);

    /** What a quota that has used nothing stands at. */
    static BigInteger floor(Quota.Period period, Instant now) {
        return floor(period.of(now));
    }

    private static BigInteger floor(LocalDate from) {
        return BigInteger.valueOf(from.toEpochDay()).multiply(SPAN);
    }

    @Override
    public String attribute() {
        return (taken.quota().period() == Quota.Period.DAY ? DAY : MONTH) + taken.name();
    }

    @Override
    public String limit() {
        return taken.name();
    }

    @Override
    public Kind kind() {
        return Kind.QUOTA;
    }

    @Override
    public Range range(@Nullable BigInteger seen) {
        BigInteger floor = floor(from(seen));
        BigInteger most = BigInteger.valueOf(taken.quota().limit() - taken.amount());
        return new Range(floor, floor.add(most), BigInteger.valueOf(taken.amount()));
    }

    @Override
    public Range undone() {
        BigInteger floor = floor(taken.period(now));
        BigInteger amount = BigInteger.valueOf(taken.amount());
        return new Range(floor.add(amount), floor.add(SPAN).subtract(BigInteger.ONE), amount);
    }

    @Override
    public boolean isOftenIdle() {
        return false;
    }

    @Override
    public Duration delay(@Nullable BigInteger seen) {
        return Duration.between(now, taken.quota().period().end(from(seen)));
    }

    @Override
    public long left(BigInteger kept) {
        return taken.quota().limit() - kept.mod(SPAN).longValue();
    }

    private LocalDate from(@Nullable BigInteger seen) {
        LocalDate today = taken.period(now);
        LocalDate kept =
                seen == null ? today : LocalDate.ofEpochDay(seen.divide(SPAN).longValue());
        return kept.isAfter(today) ? kept : today;
    }
}
