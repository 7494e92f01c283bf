package dev.footbridge.aws.dynamo;

import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limits of one take, and what to write for it by what is known. Immutable. */
record Gauges(Take take, List<Gauge> all) {

    /** Longer than the longest period. */
    private static final Duration MONTH = Duration.ofDays(32);

    private static final long DAY_SECONDS = 86_400;
    /** What an item may have besides: some twenty cost a write unit more. */
    private static final int ROOMY = 12;

    static Gauges of(Take take) {
        List<Gauge> all = new ArrayList<>();
        for (RateTake rate : take.rates()) {
            all.add(new RateGauge(rate, take.now()));
        }
        for (QuotaTake quota : take.quotas()) {
            all.add(new QuotaGauge(quota, take.now()));
        }
        return new Gauges(take, List.copyOf(all));
    }

    /** The refusal with the longest wait, if what is known refuses. What is given back is never refused. */
    Optional<Refused> refusal(Kept kept) {
        Refused worst = null;
        for (Gauge gauge : take.givesBack() ? List.<Gauge>of() : all) {
            Optional<Refused> refused = gauge.refusal(kept.number(gauge.attribute()));
            if (refused.isPresent() && (worst == null || refused.get().delay().compareTo(worst.delay()) > 0)) {
                worst = refused.get();
            }
        }
        return Optional.ofNullable(worst);
    }

    /** What to write if the table keeps what is known. */
    Update update(Kept kept, String tag) {
        Update update = new Update();
        if (take.givesBack()) {
            undo(update, kept);
        } else {
            add(update, kept);
        }
        if (!update.isEmpty()) {
            update.once(Kept.TAG, tag);
        }
        return update;
    }

    /** @param kept after the take */
    Taken taken(Kept kept) {
        Map<String, Long> left = new HashMap<>();
        for (Gauge gauge : take.givesBack() ? List.<Gauge>of() : all) {
            BigInteger number = kept.number(gauge.attribute());
            if (number != null) {
                left.merge(gauge.limit(), gauge.left(number), Math::min);
            }
        }
        return new Taken(left);
    }

    private void add(Update update, Kept kept) {
        for (Gauge gauge : all) {
            BigInteger seen = kept.number(gauge.attribute());
            if (gauge.isBehind(seen)) {
                update.start(gauge.attribute(), gauge.range(seen));
            } else {
                update.goOn(gauge.attribute(), gauge.range(seen));
            }
        }
        BigInteger expiry = BigInteger.valueOf(expiry());
        BigInteger seen = kept.number(Kept.EXPIRY);
        if (seen == null || seen.compareTo(expiry) <= 0) {
            update.raise(Kept.EXPIRY, expiry);
        } else {
            update.leave(Kept.EXPIRY, expiry);
        }
        sweep(update, kept);
    }

    private void undo(Update update, Kept kept) {
        for (Gauge gauge : all) {
            BigInteger seen = kept.number(gauge.attribute());
            if (seen == null ? !kept.isRead() : gauge.undone().has(seen)) {
                update.undo(gauge.attribute(), gauge.undone());
            }
        }
    }

    /** Limits that are idle, of other tools or of rules that are gone, are dropped where there are many. */
    private void sweep(Update update, Kept kept) {
        if (kept.numbers().size() <= ROOMY) {
            return;
        }
        List<String> own = all.stream().map(Gauge::attribute).toList();
        kept.numbers().keySet().stream()
                .filter(attribute -> !own.contains(attribute) && kept.isIdle(attribute, take.now()))
                .limit(ROOMY)
                .forEach(attribute -> update.sweep(
                        attribute, Kept.floor(attribute, take.now()).orElseThrow()));
    }

    /**
     * When DynamoDB may delete the item, in seconds: the same on the whole day and for all short limits, so that
     * instances hardly ever differ about it.
     */
    private long expiry() {
        Duration longest = MONTH;
        for (Gauge gauge : all) {
            if (gauge instanceof RateGauge rate && rate.whole().compareTo(longest) > 0) {
                longest = rate.whole();
            }
        }
        Instant end = take.now().plus(longest);
        return (Math.floorDiv(end.getEpochSecond(), DAY_SECONDS) + 1) * DAY_SECONDS;
    }
}
