package dev.footbridge.limit;

import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Kind;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the limits of one item, and the arithmetic of a take. Immutable.
 *
 * @param arrivals the theoretical arrival time of the next call of each rate, in nanoseconds since 1970
 * @param quotas what was taken of each quota in its latest period
 */
record LimitState(Map<String, Long> arrivals, Map<String, Used> quotas) {

    static final LimitState EMPTY = new LimitState(Map.of(), Map.of());

    /** What was taken in the period that begins on a day. */
    record Used(LocalDate from, Instant end, long amount) {}

    /** The state after a take, which is the state before it if the take was refused. */
    record Step(LimitState state, TakeResult result) {}

    Step take(Take take) {
        if (take.givesBack()) {
            return new Step(giveBack(take), new Taken(Map.of()));
        }
        Refused refused = refusal(take);
        return refused == null ? spend(take) : new Step(this, refused);
    }

    /** Learns from a refusal of the shared store how little it still has: what is known here gets stricter only. */
    LimitState learn(Take take, Refused refused) {
        Map<String, Long> newArrivals = new HashMap<>(arrivals);
        Map<String, Used> newQuotas = new HashMap<>(quotas);
        long now = Rate.nanos(take.now());
        for (RateTake taken : take.rates()) {
            if (refused.kind() == Kind.RATE && taken.name().equals(refused.limit())) {
                Rate rate = taken.rate();
                long known = now + refused.delay().toNanos() + (rate.burst() - 1) * rate.step();
                newArrivals.merge(taken.name(), known, Math::max);
            }
        }
        for (QuotaTake taken : take.quotas()) {
            if (refused.kind() == Kind.QUOTA && taken.name().equals(refused.limit())) {
                Used used = used(taken, take.now());
                long known = taken.quota().limit() - taken.amount() + 1;
                newQuotas.put(taken.name(), new Used(used.from(), used.end(), Math.max(used.amount(), known)));
            }
        }
        return new LimitState(newArrivals, newQuotas);
    }

    /** From when on this says no more than nothing does. */
    Instant deadline() {
        long last = arrivals.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Instant deadline = Instant.EPOCH.plusNanos(last);
        for (Used used : quotas.values()) {
            deadline = used.end().isAfter(deadline) ? used.end() : deadline;
        }
        return deadline;
    }

    private @Nullable Refused refusal(Take take) {
        Refused worst = null;
        long now = Rate.nanos(take.now());
        for (RateTake taken : take.rates()) {
            long wait = taken.rate().waitNanos(arrival(taken, now), now);
            if (wait > 0) {
                worst = longer(worst, new Refused(taken.name(), Kind.RATE, Duration.ofNanos(wait)));
            }
        }
        for (QuotaTake taken : take.quotas()) {
            Used used = used(taken, take.now());
            if (taken.amount() > taken.quota().limit() - used.amount()) {
                worst = longer(worst, new Refused(taken.name(), Kind.QUOTA, Duration.between(take.now(), used.end())));
            }
        }
        return worst;
    }

    private static Refused longer(@Nullable Refused one, Refused other) {
        return one == null || other.delay().compareTo(one.delay()) > 0 ? other : one;
    }

    private Step spend(Take take) {
        long now = Rate.nanos(take.now());
        Map<String, Long> newArrivals = stillBusy(now);
        Map<String, Used> newQuotas = stillCounting(take.now());
        Map<String, Long> remaining = new HashMap<>();
        for (RateTake taken : take.rates()) {
            long after = taken.rate().after(arrival(taken, now), now);
            newArrivals.put(taken.name(), after);
            remaining.merge(taken.name(), taken.rate().remaining(after, now), Math::min);
        }
        for (QuotaTake taken : take.quotas()) {
            Used used = used(taken, take.now());
            long amount = used.amount() + taken.amount();
            newQuotas.put(taken.name(), new Used(used.from(), used.end(), amount));
            remaining.merge(taken.name(), taken.quota().limit() - amount, Math::min);
        }
        return new Step(new LimitState(newArrivals, newQuotas), new Taken(remaining));
    }

    private LimitState giveBack(Take take) {
        Map<String, Long> newArrivals = new HashMap<>(arrivals);
        Map<String, Used> newQuotas = new HashMap<>(quotas);
        for (RateTake taken : take.rates()) {
            newArrivals.computeIfPresent(
                    taken.name(), (name, arrival) -> arrival - taken.rate().step());
        }
        for (QuotaTake taken : take.quotas()) {
            newQuotas.computeIfPresent(
                    taken.name(),
                    (name, used) -> used.from().equals(taken.period(take.now()))
                            ? new Used(used.from(), used.end(), Math.max(0, used.amount() - taken.amount()))
                            : used);
        }
        return new LimitState(newArrivals, newQuotas);
    }

    private long arrival(RateTake taken, long now) {
        return arrivals.getOrDefault(taken.name(), now);
    }

    /** A clock that is late counts in the period that another has begun. */
    private Used used(QuotaTake taken, Instant now) {
        LocalDate from = taken.period(now);
        Used used = quotas.get(taken.name());
        return used == null || used.from().isBefore(from)
                ? new Used(from, taken.quota().period().end(from), 0)
                : used;
    }

    private Map<String, Long> stillBusy(long now) {
        Map<String, Long> busy = new HashMap<>(arrivals);
        busy.values().removeIf(arrival -> arrival <= now);
        return busy;
    }

    private Map<String, Used> stillCounting(Instant now) {
        Map<String, Used> counting = new HashMap<>(quotas);
        counting.values().removeIf(used -> !used.end().isAfter(now));
        return counting;
    }
}
