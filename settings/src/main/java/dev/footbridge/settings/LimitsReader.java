package dev.footbridge.settings;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.StrictObject;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.LimitRule.OnStoreDown;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.limit.Quota;
import dev.footbridge.limit.Rate;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code limits}: rules, the loop breaker, and whether usage is counted. */
final class LimitsReader {

    private static final int MOST = 1_000_000;
    private static final int MOST_RESULT = 100_000_000;

    private static final List<String> OF_A_RULE =
            List.of("id", "per", "tools", "rate", "burst", "quota", "concurrency", "on_store_down");

    private LimitsReader() {}

    static LimitSettings read(StrictObject limits) {
        List<LimitRule> rules = new ArrayList<>();
        for (StrictObject entry : limits.entries("rules")) {
            LimitRule rule = rule(entry);
            if (rule != null) {
                rules.add(rule);
            }
            entry.end();
            boolean bounds = entry.has("rate") || entry.has("quota") || entry.has("concurrency");
            entry.expect(bounds, "limits nothing: give rate, quota or concurrency");
        }
        if (rules.stream().map(LimitRule::id).distinct().count() < rules.size()) {
            limits.problem("rules", "has two rules with one id");
        }
        Optional<LimitSettings.Loop> loop = limits.has("loop") ? loop(limits.entry("loop")) : Optional.empty();
        OptionalInt resultLength = resultLength(limits);
        boolean metered = limits.flag("metered", false);
        limits.end();
        return new LimitSettings(rules, loop, resultLength, metered);
    }

    private static @Nullable LimitRule rule(StrictObject entry) {
        try {
            LimitRule rule = LimitRule.of(entry.text("id").orElse(""), per(entry));
            List<String> tools = entry.texts("tools");
            rule = tools.isEmpty() ? rule : rule.tools(tools.toArray(new String[0]));
            Optional<Rate> rate = rate(entry);
            rule = rate.isPresent() ? rule.rate(rate.get()) : rule;
            Optional<String> quota = entry.text("quota");
            rule = quota.isPresent() ? rule.quota(Quota.parse(quota.get())) : rule;
            OptionalInt concurrency = number(entry, "concurrency");
            rule = concurrency.isPresent() ? rule.concurrency(concurrency.getAsInt()) : rule;
            return rule.onStoreDown(onStoreDown(entry));
        } catch (IllegalArgumentException refused) {
            entry.problem("", "cannot be used: " + refused.getMessage());
            OF_A_RULE.forEach(entry::any); // it was not read to its end
            return null;
        }
    }

    private static Per per(StrictObject entry) {
        String text = entry.text("per").orElse("");
        for (Per per : Per.values()) {
            if (per.name().toLowerCase(Locale.ROOT).equals(text)) {
                return per;
            }
        }
        throw new IllegalArgumentException("per must be caller, caller_and_tool, tenant or address.");
    }

    private static Optional<Rate> rate(StrictObject entry) {
        Optional<Rate> rate = entry.text("rate").map(Rate::parse);
        OptionalInt burst = number(entry, "burst");
        if (burst.isPresent() && rate.isEmpty()) {
            throw new IllegalArgumentException("burst needs a rate.");
        }
        return burst.isPresent() ? rate.map(known -> known.withBurst(burst.getAsInt())) : rate;
    }

    private static OnStoreDown onStoreDown(StrictObject entry) {
        return switch (entry.text("on_store_down").orElse("open")) {
            case "open" -> OnStoreDown.OPEN;
            case "closed" -> OnStoreDown.CLOSED;
            default -> throw new IllegalArgumentException("on_store_down must be open or closed.");
        };
    }

    private static Optional<LimitSettings.Loop> loop(StrictObject entry) {
        OptionalInt most = OptionalInt.empty();
        try {
            most = number(entry, "max");
        } catch (IllegalArgumentException refused) {
            entry.problem("", "cannot be used: " + refused.getMessage());
        }
        Optional<Duration> within = entry.text("within").flatMap(LimitsReader::duration);
        entry.end();
        entry.expect(most.isPresent() && within.isPresent(), "must have max, a number, and within, a time such as 60s");
        return most.isPresent() && within.isPresent()
                ? Optional.of(new LimitSettings.Loop(most.getAsInt(), within.get()))
                : Optional.empty();
    }

    private static OptionalInt resultLength(StrictObject limits) {
        try {
            return number(limits, "result_length", MOST_RESULT);
        } catch (IllegalArgumentException refused) {
            limits.problem("", "cannot be used: " + refused.getMessage());
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(StrictObject entry, String name) {
        return number(entry, name, MOST);
    }

    private static OptionalInt number(StrictObject entry, String name, int most) {
        Json value = entry.any(name);
        OptionalLong number = value instanceof JsonNumber given ? given.longValue() : OptionalLong.empty();
        if (value != null && (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > most)) {
            throw new IllegalArgumentException(name + " must be a whole number from 1 to " + most + ".");
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of((int) number.getAsLong());
    }

    private static Optional<Duration> duration(String text) {
        try {
            return text.matches("[1-9]\\d{0,6}[sm]")
                    ? Optional.of(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }
}
