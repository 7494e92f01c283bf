package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic of rates against a bucket of tokens, which is the same law in other words, kept exactly. */
final class GcraPropertyTest {

    private static final LimitItem ITEM = new LimitItem("t", "i");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @Test
    void randomCallsAreDecidedAsByTheExactModel() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Rate rate = randomRate(random);
            Bucket bucket = new Bucket(rate);
            LimitTable table = new LimitTable(10);
            Instant now = START;
            for (int i = 0; i < 300; i++) {
                Duration step = randomStep(random, rate);
                now = now.plus(step);
                bucket.fill(step);
                BigInteger wait = bucket.waitNanos();
                TakeResult result = table.take(take(rate, now));
                assertSame(bucket, wait, result, "seed " + seed + " call " + i + " of " + rate);
            }
        }
    }

    @Test
    void noStretchOfTimeHoldsMoreThanTheBurstAndTheRate() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Rate rate = randomRate(random);
            LimitTable table = new LimitTable(10);
            List<Instant> passed = new ArrayList<>();
            Instant now = START;
            for (int i = 0; i < 400; i++) {
                now = now.plus(randomStep(random, rate));
                if (table.take(take(rate, now)) instanceof Taken) {
                    passed.add(now);
                }
            }
            assertBound(rate, passed);
        }
    }

    private static void assertBound(Rate rate, List<Instant> passed) {
        for (int from = 0; from < passed.size(); from++) {
            for (int to = from; to < passed.size(); to++) {
                BigDecimal stretch = nanos(Duration.between(passed.get(from), passed.get(to)));
                BigDecimal most = stretch.multiply(BigDecimal.valueOf(rate.count()))
                        .divide(nanos(rate.period()), 9, RoundingMode.UP)
                        .add(BigDecimal.valueOf(rate.burst()));
                assertThat(BigDecimal.valueOf(to - from + 1L)).isLessThanOrEqualTo(most);
            }
        }
    }

    private static void assertSame(Bucket bucket, BigInteger wait, TakeResult result, String where) {
        if (wait.signum() > 0) {
            assertThat(result).as(where).isInstanceOf(Refused.class);
            assertThat(BigInteger.valueOf(((Refused) result).delay().toNanos()))
                    .as(where)
                    .isEqualTo(wait);
        } else {
            bucket.pay();
            assertThat(result).as(where).isInstanceOf(Taken.class);
            assertThat(((Taken) result).remaining().get("r")).as(where).isEqualTo(bucket.whole());
        }
    }

    private static Take take(Rate rate, Instant now) {
        return new Take(ITEM, List.of(new RateTake("r", rate)), List.of(), Optional.empty(), now);
    }

    private static Rate randomRate(Random random) {
        List<Duration> periods = List.of(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofNanos(977));
        return new Rate(1 + random.nextInt(50), periods.get(random.nextInt(periods.size())), 1 + random.nextInt(20));
    }

    /** From nothing to several intervals, and now and then exactly one or a nanosecond beside it. */
    private static Duration randomStep(Random random, Rate rate) {
        long step = rate.interval().toNanos();
        return Duration.ofNanos(
                switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1 -> Math.max(0, step + random.nextInt(3) - 1);
                    case 2 -> (long) (random.nextDouble() * step * 8);
                    default -> (long) (random.nextDouble() * step);
                });
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos());
    }

    /** Holds credit in nanoseconds; a call costs one interval. */
    private static final class Bucket {
        private final BigInteger price;
        private final BigInteger full;
        private BigInteger credit;

        private Bucket(Rate rate) {
            price = BigInteger.valueOf(rate.interval().toNanos());
            full = price.multiply(BigInteger.valueOf(rate.burst()));
            credit = full;
        }

        private void fill(Duration time) {
            credit = credit.add(BigInteger.valueOf(time.toNanos())).min(full);
        }

        private BigInteger waitNanos() {
            return price.subtract(credit).max(BigInteger.ZERO);
        }

        private void pay() {
            credit = credit.subtract(price);
        }

        private long whole() {
            return credit.divide(price).longValueExact();
        }
    }
}
