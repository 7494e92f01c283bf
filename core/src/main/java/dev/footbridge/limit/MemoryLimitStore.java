package dev.footbridge.limit;

import dev.footbridge.limit.DayUsage.Count;
import dev.footbridge.limit.Take.UsageTake;
import dev.footbridge.limit.TakeResult.Taken;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Limits in this process's memory: for a server of one instance, and the reference for the other stores.
 *
 * <p>Keeps the 100,000 items used last, and the usage of the last 62 days on which there was any. Thread-safe.
 */
public final class MemoryLimitStore implements LimitStore, UsageStore {

    private static final int ITEMS = 100_000;
    private static final int DAYS = 62;

    private final LimitTable limits = new LimitTable(ITEMS);
    private final NavigableMap<LocalDate, Map<Counted, Count>> days = new TreeMap<>();

    @Override
    public TakeResult take(Take take) {
        return take.usage().isEmpty() ? limits.take(take) : counted(take);
    }

    /** Synchronized as a whole, so that a reader of the usage never sees half a take. */
    private synchronized TakeResult counted(Take take) {
        TakeResult result = limits.take(take);
        if (result instanceof Taken) {
            take.usage().ifPresent(usage -> count(take, usage));
        }
        return result;
    }

    @Override
    public synchronized List<UsageRow> usage(LocalDate from, LocalDate to) {
        List<UsageRow> rows = new ArrayList<>();
        if (!from.isAfter(to)) {
            days.subMap(from, true, to, true)
                    .forEach((day, counted) -> counted.forEach((of, count) -> rows.add(of.row(day, count))));
            rows.removeIf(row -> row.calls() == 0 && row.cost() == 0);
        }
        return rows;
    }

    private void count(Take take, UsageTake usage) {
        LocalDate day = LocalDate.ofInstant(take.now(), ZoneOffset.UTC);
        int sign = take.givesBack() ? -1 : 1;
        days.computeIfAbsent(day, unused -> new HashMap<>())
                .merge(new Counted(take.item(), usage.tool()), new Count(sign, sign * usage.cost()), Count::plus);
        while (days.size() > DAYS) {
            days.pollFirstEntry();
        }
    }

    private record Counted(LimitItem item, String tool) {
        UsageRow row(LocalDate day, Count count) {
            return new UsageRow(day, item.tenant(), item.name(), tool, count.calls(), count.cost());
        }
    }
}
