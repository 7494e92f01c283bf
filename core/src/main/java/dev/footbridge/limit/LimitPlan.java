package dev.footbridge.limit;

import dev.footbridge.call.Caller;
import dev.footbridge.limit.Leases.Place;
import dev.footbridge.limit.Leases.Room;
import dev.footbridge.limit.LimitRule.OnStoreDown;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.Take.UsageTake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one call needs of the limits: its takes, narrowest first, because a flood of one caller is stopped by that
 * caller's limits and must not eat what others share.
 */
record LimitPlan(List<Part> parts, List<Room> rooms) {

    /**
     * The take of one item.
     *
     * @param closed a rule of it that lets nothing pass without the store
     */
    record Part(Take take, Optional<LimitRule> closed) {}

    /** One call that asks to run. */
    record Asked(Caller caller, String tool, Optional<String> address, long cost, Instant now) {

        /** Null for an address that nobody knows. */
        @Nullable
        LimitItem item(Per per) {
            return switch (per) {
                case CALLER, CALLER_AND_TOOL -> new LimitItem(caller.tenant(), Names.caller(caller));
                case TENANT -> new LimitItem(caller.tenant(), Names.TENANT);
                case ADDRESS -> address.isEmpty() ? null : LimitPlan.of(address.get());
            };
        }
    }

    /** An address belongs to no tenant. */
    static LimitItem of(String address) {
        return new LimitItem("", Names.address(address));
    }

    /** @param metered whether usage is counted, with the caller's own limits */
    static LimitPlan of(List<LimitRule> rules, Asked asked, boolean metered) {
        Map<LimitItem, List<LimitRule>> grouped = new LinkedHashMap<>();
        List<Room> rooms = new ArrayList<>();
        LimitItem caller = metered ? asked.item(Per.CALLER) : null;
        if (caller != null) {
            grouped.put(caller, new ArrayList<>());
        }
        for (LimitRule rule : rules) {
            LimitItem item = asked.item(rule.per());
            if (item == null) {
                continue;
            }
            if (rule.rate().isPresent() || rule.quota().isPresent()) {
                grouped.computeIfAbsent(item, unused -> new ArrayList<>()).add(rule);
            }
            if (rule.concurrency().isPresent()) {
                Place place = new Place(item, name(rule, asked.tool()));
                rooms.add(new Room(place, rule.concurrency().getAsInt()));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<LimitItem, List<LimitRule>> group : grouped.entrySet()) {
            parts.add(
                    part(group.getKey(), group.getValue(), asked, group.getKey().equals(caller)));
        }
        return new LimitPlan(parts, rooms);
    }

    private static Part part(LimitItem item, List<LimitRule> rules, Asked asked, boolean metered) {
        List<RateTake> rates = new ArrayList<>();
        List<QuotaTake> quotas = new ArrayList<>();
        LimitRule closed = null;
        for (LimitRule rule : rules) {
            String name = name(rule, asked.tool());
            if (rule.rate().isPresent()) {
                rates.add(new RateTake(name, rule.rate().get()));
            }
            if (rule.quota().isPresent()) {
                quotas.add(new QuotaTake(name, rule.quota().get(), asked.cost()));
            }
            closed = closed == null && rule.onStoreDown() == OnStoreDown.CLOSED ? rule : closed;
        }
        Optional<UsageTake> usage = metered ? Optional.of(new UsageTake(asked.tool(), asked.cost())) : Optional.empty();
        return new Part(new Take(item, rates, quotas, usage, asked.now()), Optional.ofNullable(closed));
    }

    private static String name(LimitRule rule, String tool) {
        return rule.per() == Per.CALLER_AND_TOOL ? rule.id() + "#" + tool : rule.id();
    }

    /** The rule that a limit's name belongs to. */
    static String ruleOf(String name) {
        int hash = name.indexOf('#');
        return hash < 0 ? name : name.substring(0, hash);
    }
}
