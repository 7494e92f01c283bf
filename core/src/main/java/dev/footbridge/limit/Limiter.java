package dev.footbridge.limit;

import dev.footbridge.call.Caller;
import dev.footbridge.limit.LimitPlan.Asked;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.log.Log;
import dev.footbridge.state.StateStoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a call may run now, by all rules that fit it, and counts what it uses.
 *
 * <p>Rates and quotas are decided by the store, with one take for the caller and one more each for the tenant and the
 * address if rules count by them. In front of the store the same arithmetic runs in memory with the same numbers and
 * learns from every refusal of the store: an instance that is over a limit on its own, or knows that all together are,
 * does not ask, so a flood costs no write. A store that is memory itself and counts no usage has nothing in front of
 * it. A call that a later take refuses gives the earlier ones back.
 *
 * <p>While the store fails, rules that are open are decided in memory alone, each instance for itself, and their calls
 * are not counted as usage; a rule that is closed makes its calls unavailable. Concurrency is counted in memory, for
 * each instance. Memory is bounded: the 10,000 items used last. Thread-safe.
 */
public final class Limiter {

    /** The id of the rule that a tool sets itself. */
    private static final String OWN = "tool";

    private static final int ITEMS = 10_000;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final List<LimitRule> rules;
    private final LimitStore store;
    private final boolean metered;
    private final boolean asksLater;
    private final InstantSource clock;
    private final Log log;
    private final LimitTable near = new LimitTable(ITEMS);
    private final Leases leases = new Leases();
    private final Breaker breaker = new Breaker();

    /**
     * @param metered whether the usage of every admitted call is counted, by caller, tool and day; without it a call
     *     that no rule fits costs no store operation
     * @throws IllegalArgumentException if two rules have one id, or one has {@code tool}, which is kept for the rates
     *     of tools
     */
    public Limiter(List<LimitRule> rules, LimitStore store, boolean metered, InstantSource clock, Log log) {
        this.rules = List.copyOf(rules);
        refuseTwins(rules);
        this.store = store;
        this.metered = metered;
        // Usage is of admitted calls: its store is asked when nothing else refuses, wherever it is.
        this.asksLater = metered || !(store instanceof MemoryLimitStore);
        this.clock = clock;
        this.log = log;
    }

    /**
     * Decides a call, and takes what it needs.
     *
     * @param tool the name of a tool that exists: names that callers make up would be counted each by itself
     * @param address where the call comes from; empty if unknown. What {@link #arrive} decides is not decided again
     * @param cost what the call takes of quotas and adds to the usage; a rate counts it as one call
     * @param own the rate that the tool itself sets each caller; null if it sets none
     * @throws IllegalArgumentException if the cost is negative
     */
    public Admission admit(Caller caller, String tool, Optional<String> address, long cost, @Nullable Rate own) {
        if (cost < 0) {
            throw new IllegalArgumentException("A cost is not negative.");
        }
        List<LimitRule> fitting = new ArrayList<>();
        for (LimitRule rule : rules) {
            if (rule.fits(tool) && !rule.arrives()) {
                fitting.add(rule);
            }
        }
        if (own != null) {
            fitting.add(LimitRule.of(OWN, Per.CALLER_AND_TOOL).tools(tool).rate(own));
        }
        return decided(fitting, new Asked(caller, tool, address, cost, now()), metered);
    }

    /** As {@link #admit(Caller, String, Optional, long, Rate)}, for a tool without a rate of its own. */
    public Admission admit(Caller caller, String tool, Optional<String> address, long cost) {
        return admit(caller, tool, address, cost, null);
    }

    /** Decides a request before anybody knows who sent it: by the rules for addresses that are for every tool. */
    public Admission arrive(String address) {
        List<LimitRule> fitting = rules.stream().filter(LimitRule::arrives).toList();
        return decided(fitting, new Asked(Caller.ANONYMOUS, "*", Optional.of(address), 1, now()), false);
    }

    /** True if {@link #arrive} has anything to decide. */
    public boolean countsArrivals() {
        return rules.stream().anyMatch(LimitRule::arrives);
    }

    private Admission decided(List<LimitRule> fitting, Asked asked, boolean counted) {
        return new Decision(this, fitting, LimitPlan.of(fitting, asked, counted), asked.tool()).decide();
    }

    /** What the store answers; null if it does not, or is not asked because it did not lately. */
    @Nullable
    TakeResult ask(Take take) {
        Instant before = now();
        if (!breaker.asks(before)) {
            return null;
        }
        try {
            TakeResult result = store.take(take);
            Instant after = now();
            if (Duration.between(before, after).compareTo(SLOW) <= 0) {
                breaker.good();
            } else if (breaker.bad(after)) {
                log.warn("-", "The store of the limits is slow: this instance limits on its own for a while.");
            }
            return result;
        } catch (StateStoreException failed) {
            breaker.bad(now());
            log.error("-", "The store of the limits does not answer: this instance limits on its own.", failed);
            return null;
        }
    }

    /** What is decided before the store is asked, or by a store that is as near as memory. */
    TakeResult first(Take take) {
        return asksLater ? near.take(take) : store.take(take);
    }

    boolean asksLater() {
        return asksLater;
    }

    LimitTable near() {
        return near;
    }

    Leases leases() {
        return leases;
    }

    Instant now() {
        return clock.instant();
    }

    private static void refuseTwins(List<LimitRule> rules) {
        Set<String> ids = new HashSet<>(Set.of(OWN));
        for (LimitRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Two limits have the id " + rule.id() + ".");
            }
        }
    }
}
