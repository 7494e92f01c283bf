package dev.footbridge.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One change of one item: everything in it happens, or nothing. Immutable.
 *
 * @param now the caller's clock; a store has none of its own
 * @param givesBack true to undo a take that passed; it always passes. An arrival time goes back by one interval, a
 *     counter by its amount; a quota whose period is over is left alone
 */
public record Take(
        LimitItem item,
        List<RateTake> rates,
        List<QuotaTake> quotas,
        Optional<UsageTake> usage,
        Instant now,
        boolean givesBack) {

    public Take {
        rates = List.copyOf(rates);
        quotas = List.copyOf(quotas);
    }

    public Take(LimitItem item, List<RateTake> rates, List<QuotaTake> quotas, Optional<UsageTake> usage, Instant now) {
        this(item, rates, quotas, usage, now, false);
    }

    /** The take that undoes this one. */
    public Take reversed() {
        return new Take(item, rates, quotas, usage, now, !givesBack);
    }

    /** One call of a rate. The name is unique among the rates of the item. */
    public record RateTake(String name, Rate rate) {}

    /** A part of a quota. The name is unique among the quotas of the item. Amounts are not negative. */
    public record QuotaTake(String name, Quota quota, long amount) {

        /** The first day of the period that it counts in. */
        public LocalDate period(Instant now) {
            return quota.period().of(now);
        }
    }

    /** One call of a tool and what it costs, counted for the day of UTC and never refused. */
    public record UsageTake(String tool, long cost) {}
}
