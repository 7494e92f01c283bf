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

        Optional<LimitItem> item(Per per) {
            return switch (per) {
                case CALLER, CALLER_AND_TOOL -> Optional.of(new LimitItem(caller.tenant(), Names.caller(caller)));
                case TENANT -> Optional.of(new LimitItem(caller.tenant(), Names.TENANT));
                case ADDRESS -> address.map(LimitPlan::of);
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
        Optional<LimitItem> caller = metered ? asked.item(Per.CALLER) : Optional.empty();
        caller.ifPresent(item -> grouped.put(item, new ArrayList<>()));
        for (LimitRule rule : rules) {
            asked.item(rule.per()).ifPresent(item -> {
                if (rule.rate().isPresent() || rule.quota().isPresent()) {
                    grouped.computeIfAbsent(item, unused -> new ArrayList<>()).add(rule);
                }
                rule.concurrency()
                        .ifPresent(size -> rooms.add(new Room(new Place(item, name(rule, asked.tool())), size)));
            });
        }
        List<Part> parts = new ArrayList<>();
        grouped.forEach((item, group) -> parts.add(part(item, group, asked, caller.filter(item::equals))));
        return new LimitPlan(parts, rooms);
    }

    private static Part part(LimitItem item, List<LimitRule> rules, Asked asked, Optional<LimitItem> metered) {
        List<RateTake> rates = new ArrayList<>();
        List<QuotaTake> quotas = new ArrayList<>();
        for (LimitRule rule : rules) {
            String name = name(rule, asked.tool());
            rule.rate().ifPresent(rate -> rates.add(new RateTake(name, rate)));
            rule.quota().ifPresent(quota -> quotas.add(new QuotaTake(name, quota, asked.cost())));
        }
        Optional<UsageTake> usage = metered.map(unused -> new UsageTake(asked.tool(), asked.cost()));
        Optional<LimitRule> closed = rules.stream()
                .filter(rule -> rule.onStoreDown() == OnStoreDown.CLOSED)
                .findFirst();
        return new Part(new Take(item, rates, quotas, usage, asked.now()), closed);
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
