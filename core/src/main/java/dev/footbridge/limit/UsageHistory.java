package dev.footbridge.limit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which items were used on a day, and what they used on days that are over. A {@link StateStore} cannot list, so each
 * day has an index in 16 parts; it costs one more write for an item and day. Every write may be repeated.
 */
final class UsageHistory {

    static final Duration KEPT = Duration.ofDays(400);

    private static final int PARTS = 16;
    private static final int ATTEMPTS = 20;
    private static final String OPERATOR = "";

    private final StateStore store;

    UsageHistory(StateStore store) {
        this.store = store;
    }

    /** Notes that an item is used on a day, before anything is counted for it. */
    void open(LimitItem item, LocalDate day) {
        Json entry = JsonArray.of(Json.of(item.tenant()), Json.of(item.name()));
        StateKey key = part(day, Math.floorMod(item.hashCode(), PARTS));
        write(key, day, old -> {
            List<Json> entries = new ArrayList<>(entries(old));
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
            return JsonWriter.text(new JsonArray(entries));
        });
    }

    /** Keeps what an item used on a day that is over. */
    void close(LimitItem item, DayUsage usage) {
        String text = new StoredItem(LimitState.EMPTY, usage).text();
        write(closed(item, usage.day()), usage.day(), old -> {
            boolean newer = !old.isEmpty() && StoredItem.read(old).usage().revision() >= usage.revision();
            return newer ? old : text;
        });
    }

    Stream<LimitItem> items(LocalDate day) {
        return Stream.iterate(0, part -> part < PARTS, part -> part + 1)
                .flatMap(part -> store.get(part(day, part)).stream())
                .flatMap(entry -> entries(entry.value()).stream())
                .map(UsageHistory::item);
    }

    Optional<DayUsage> closedUsage(LimitItem item, LocalDate day) {
        return store.get(closed(item, day))
                .map(entry -> StoredItem.read(entry.value()).usage());
    }

    private void write(StateKey key, LocalDate day, UnaryOperator<String> change) {
        Instant deadline = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StateEntry> old = store.get(key);
            String before = old.map(StateEntry::value).orElse("");
            String after = change.apply(before);
            StateVersion version = old.map(StateEntry::version).orElse(StateVersion.ABSENT);
            if (after.equals(before) || store.put(key, after, version, deadline).isPresent()) {
                return;
            }
        }
        throw new StateStoreException(
                "The usage of " + day + " was not written", new IllegalStateException("other writers were first"));
    }

    private static StateKey part(LocalDate day, int part) {
        return new StateKey(OPERATOR, "limit-usage/" + day + "/" + part);
    }

    private static StateKey closed(LimitItem item, LocalDate day) {
        return new StateKey(item.tenant(), "limit-usage/" + day + "/" + item.name());
    }

    private static List<Json> entries(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            return JsonReader.read(text) instanceof JsonArray array ? array.items() : List.of();
        } catch (JsonException unreadable) {
            throw new StateStoreException("The index of a day's usage is unreadable", unreadable);
        }
    }

    private static LimitItem item(Json entry) {
        if (entry instanceof JsonArray pair
                && pair.items().size() == 2
                && pair.items().get(0) instanceof JsonString tenant
                && pair.items().get(1) instanceof JsonString name) {
            return new LimitItem(tenant.value(), name.value());
        }
        throw new StateStoreException(
                "The index of a day's usage is unreadable", new IllegalArgumentException("no pair"));
    }
}
