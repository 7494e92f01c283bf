package dev.footbridge.limit;

import dev.footbridge.call.NamePattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One limit of an operator. Every rule that fits a call must let it pass. Immutable. The constructor throws
 * {@link IllegalArgumentException} if the id or the concurrency is out of range or no tool is named.
 *
 * @param id names the rule in refusals, in the audit and in the store: letters, digits, {@code . _ -}
 * @param tools names of tools in which {@code *} stands for any text; a rule counts the calls of all of them together,
 *     unless it is {@link Per#CALLER_AND_TOOL}
 * @param rate counts calls
 * @param quota counts what calls cost
 * @param concurrency how many calls may run at once in each instance of the server
 */
public record LimitRule(
        String id,
        Per per,
        List<String> tools,
        Optional<Rate> rate,
        Optional<Quota> quota,
        OptionalInt concurrency,
        OnStoreDown onStoreDown) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public LimitRule {
        tools = List.copyOf(tools);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A limit's id has 1 to 64 letters, digits, dots, dashes, underscores.");
        }
        if (tools.isEmpty() || concurrency.orElse(1) < 1) {
            throw new IllegalArgumentException("Limit " + id + " needs a tool and a positive concurrency.");
        }
    }

    /** A rule for every tool that limits nothing yet and lets calls pass while the store is down. */
    public static LimitRule of(String id, Per per) {
        return new LimitRule(
                id, per, List.of("*"), Optional.empty(), Optional.empty(), OptionalInt.empty(), OnStoreDown.OPEN);
    }

    public LimitRule tools(String... patterns) {
        return new LimitRule(id, per, List.of(patterns), rate, quota, concurrency, onStoreDown);
    }

    public LimitRule rate(Rate value) {
        return new LimitRule(id, per, tools, Optional.of(value), quota, concurrency, onStoreDown);
    }

    public LimitRule quota(Quota value) {
        return new LimitRule(id, per, tools, rate, Optional.of(value), concurrency, onStoreDown);
    }

    public LimitRule concurrency(int calls) {
        return new LimitRule(id, per, tools, rate, quota, OptionalInt.of(calls), onStoreDown);
    }

    public LimitRule onStoreDown(OnStoreDown value) {
        return new LimitRule(id, per, tools, rate, quota, concurrency, value);
    }

    /** True if it can be decided before anybody knows who sent a request, and for what. */
    boolean arrives() {
        return per == Per.ADDRESS && everyTool() && concurrency.isEmpty();
    }

    boolean everyTool() {
        return tools.contains("*");
    }

    boolean fits(String tool) {
        return NamePattern.anyMatches(tools, tool);
    }

    /** Whose calls a rule counts together. */
    public enum Per {
        CALLER,
        CALLER_AND_TOOL,
        TENANT,
        /** The network address a call comes from: the /64 network of an IPv6 address. */
        ADDRESS
    }

    /** What happens while the store of the limits does not answer. */
    public enum OnStoreDown {
        /** Each instance limits on its own. */
        OPEN,
        /** No call passes: for what must never happen too often. */
        CLOSED
    }
}
