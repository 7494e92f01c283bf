package dev.footbridge.limit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.limit.LimitState.Used;
import dev.footbridge.state.StateStoreException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@code StateStore} keeps of one item, and how it is written. Immutable. */
record StoredItem(LimitState limits, DayUsage usage) {

    static final StoredItem EMPTY = new StoredItem(LimitState.EMPTY, DayUsage.NONE);

    String text() {
        JsonObject.Builder rates = JsonObject.builder();
        limits.arrivals().forEach((name, arrival) -> rates.put(name, Json.of(arrival)));
        JsonObject.Builder quotas = JsonObject.builder();
        limits.quotas()
                .forEach((name, used) -> quotas.put(
                        name,
                        JsonArray.of(
                                Json.of(used.from().toString()),
                                Json.of(used.end().getEpochSecond()),
                                Json.of(used.amount()))));
        JsonObject.Builder tools = JsonObject.builder();
        usage.tools()
                .forEach((tool, count) -> tools.put(tool, JsonArray.of(Json.of(count.calls()), Json.of(count.cost()))));
        return JsonWriter.text(JsonObject.builder()
                .put("rates", rates.build())
                .put("quotas", quotas.build())
                .put("day", Json.of(usage.day().toString()))
                .put("revision", Json.of(usage.revision()))
                .put("tools", tools.build())
                .build());
    }

    /** @throws StateStoreException if the text was not written by {@link #text()}: then no limit can be trusted */
    static StoredItem read(String text) {
        try {
            JsonObject stored =
                    JsonReader.readObject(text).orElseThrow(() -> new IllegalArgumentException("no object"));
            return new StoredItem(
                    new LimitState(arrivals(object(stored, "rates")), quotas(object(stored, "quotas"))),
                    new DayUsage(
                            LocalDate.parse(stored.string("day").orElse("")),
                            number(stored.get("revision")),
                            tools(object(stored, "tools"))));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
            throw new StateStoreException("The stored limits of an item are unreadable", unreadable);
        }
    }

    private static Map<String, Long> arrivals(JsonObject rates) {
        Map<String, Long> arrivals = new HashMap<>();
        rates.members().forEach((name, arrival) -> arrivals.put(name, number(arrival)));
        return arrivals;
    }

    private static Map<String, Used> quotas(JsonObject stored) {
        Map<String, Used> quotas = new HashMap<>();
        stored.members()
                .forEach((name, used) -> quotas.put(
                        name,
                        new Used(
                                LocalDate.parse(item(used, 0) instanceof JsonString from ? from.value() : ""),
                                Instant.ofEpochSecond(number(item(used, 1))),
                                number(item(used, 2)))));
        return quotas;
    }

    private static Map<String, DayUsage.Count> tools(JsonObject stored) {
        Map<String, DayUsage.Count> tools = new HashMap<>();
        stored.members()
                .forEach((tool, count) ->
                        tools.put(tool, new DayUsage.Count(number(item(count, 0)), number(item(count, 1)))));
        return tools;
    }

    private static JsonObject object(JsonObject stored, String name) {
        return stored.object(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Json item(Json array, int at) {
        if (!(array instanceof JsonArray items)) {
            throw new IllegalArgumentException("no array");
        }
        return items.items().get(at);
    }

    private static long number(@Nullable Json value) {
        if (!(value instanceof JsonNumber number)) {
            throw new IllegalArgumentException("no number");
        }
        return number.longValue().orElseThrow(() -> new IllegalArgumentException("no whole number"));
    }
}
