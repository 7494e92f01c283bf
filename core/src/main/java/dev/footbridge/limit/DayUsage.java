package dev.footbridge.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one item used of each tool on one day of UTC. Immutable.
 *
 * @param revision grows with every change, so that of two copies of one day the complete one is known
 */
record DayUsage(LocalDate day, long revision, Map<String, Count> tools) {

    static final DayUsage NONE = new DayUsage(LocalDate.EPOCH, 0, Map.of());

    record Count(long calls, long cost) {
        /** True if all that was counted was given back. */
        boolean isNothing() {
            return calls == 0 && cost == 0;
        }

        Count plus(Count more) {
            return new Count(calls + more.calls, cost + more.cost);
        }
    }

    boolean isEmpty() {
        return tools.isEmpty();
    }

    /** The usage of the day of a take; a clock that is late counts for the day that another has begun. */
    DayUsage at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return day.isBefore(today) ? new DayUsage(today, 0, Map.of()) : this;
    }

    DayUsage plus(Take.UsageTake usage, boolean givesBack) {
        int sign = givesBack ? -1 : 1;
        Map<String, Count> more = new HashMap<>(tools);
        more.merge(usage.tool(), new Count(sign, sign * usage.cost()), Count::plus);
        return new DayUsage(day, revision + 1, more);
    }

    Stream<UsageRow> rows(LimitItem item) {
        return tools.entrySet().stream()
                .filter(tool -> !tool.getValue().isNothing())
                .map(tool -> new UsageRow(
                        day,
                        item.tenant(),
                        item.name(),
                        tool.getKey(),
                        tool.getValue().calls(),
                        tool.getValue().cost()));
    }
}
