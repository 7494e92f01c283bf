package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * What a client answers to a {@link Question}. Immutable.
 *
 * @param result the result as it is sent, whether it fits the question or not
 */
public record Reply(JsonObject result) {

    /**
     * The user agreed and filled in these fields; without any, the answer to a page.
     *
     * @param namesAndValues alternating: a name, then text, number, flag, list or {@link Json}
     */
    public static Reply accept(Object... namesAndValues) {
        return namesAndValues.length == 0 ? new Reply(action("accept")) : accept(Arguments.of(namesAndValues));
    }

    /** As {@link #accept(Object...)}, with the filled in form as it is. */
    public static Reply accept(JsonObject content) {
        return new Reply(action("accept").with("content", content));
    }

    /** The user said no. */
    public static Reply decline() {
        return new Reply(action("decline"));
    }

    /** The user went away without choosing. */
    public static Reply cancel() {
        return new Reply(action("cancel"));
    }

    /** The client's model said this. */
    public static Reply sampled(String text) {
        JsonObject content =
                JsonObject.builder().put("type", "text").put("text", text).build();
        return new Reply(JsonObject.builder()
                .put("role", "assistant")
                .put("content", content)
                .put("model", "testkit")
                .build());
    }

    /** The user has opened these folders, {@code file:} URIs. */
    public static Reply roots(String... uris) {
        List<Json> roots =
                Arrays.stream(uris).map(uri -> (Json) JsonObject.of("uri", uri)).toList();
        return new Reply(JsonObject.of("roots", new JsonArray(roots)));
    }

    /** What the user did with a form or a page, empty if it was neither. */
    String action() {
        return result.string("action").orElse("");
    }

    private static JsonObject action(String name) {
        return JsonObject.of("action", name);
    }
}
