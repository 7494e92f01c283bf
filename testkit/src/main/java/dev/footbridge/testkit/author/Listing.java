package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads every page of a list and makes one of them. Stateless. */
final class Listing {

    private static final int MOST_PAGES = 1_000;

    private Listing() {}

    /**
     * The last page with the entries of all; a page that is refused is the outcome.
     *
     * @param page what comes of a request with these parameters
     * @param member under which the entries are
     */
    static Outcome of(Function<JsonObject, Outcome> page, String member) {
        List<Json> entries = new ArrayList<>();
        StringBuilder conversation = new StringBuilder();
        JsonObject params = JsonObject.EMPTY;
        for (int i = 0; i < MOST_PAGES; i++) {
            Outcome outcome = page.apply(params);
            conversation.append(outcome.conversation());
            Optional<JsonObject> result = outcome.result();
            if (result.isEmpty()) {
                return joined(outcome, outcome.message(), conversation);
            }
            entries.addAll(result.get().array(member).orElse(JsonArray.EMPTY).items());
            Optional<String> cursor = result.get().string("nextCursor");
            if (cursor.isEmpty()) {
                JsonObject all = result.get().with(member, new JsonArray(entries));
                return joined(outcome, outcome.message().map(last -> last.with("result", all)), conversation);
            }
            params = JsonObject.of("cursor", cursor.get());
        }
        throw new AssertionError("after " + MOST_PAGES + " pages there is still a next one");
    }

    private static Outcome joined(Outcome last, Optional<JsonObject> message, StringBuilder conversation) {
        return new Outcome(
                last.revision(),
                last.status(),
                last.headers(),
                last.streamed(),
                message,
                last.progress(),
                last.log(),
                last.questions(),
                last.serverLog(),
                conversation.toString());
    }
}
