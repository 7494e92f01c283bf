package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client of 2026-07-28: every request describes itself, and questions are answered by asking again.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MRTR</a>
 */
record ModernClient(Dialogue dialogue) implements Dialogue.Era {

    private static final int MOST_ROUNDS = 10;

    /**
     * Sends the request until nothing more is asked.
     *
     * @throws AssertionError if the questions do not end
     */
    Outcome run(String method, JsonObject params, Map<String, String> headers) {
        JsonObject next = params;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            JsonObject message = dialogue.profile()
                    .envelope()
                    .request(
                            Json.of(round),
                            method,
                            Optional.of(dialogue.profile().curious(next)));
            Dialogue.Answered answered = dialogue.post(message, headers, this);
            Optional<JsonObject> asking = answered.result()
                    .filter(result -> result.string("resultType").equals(Optional.of("input_required")));
            asking.ifPresent(this::note);
            if (asking.isEmpty() || dialogue.profile().answers().isEmpty()) {
                return dialogue.outcome(answered);
            }
            next = params.with(
                    "inputResponses",
                    answers(asking.get(), dialogue.profile().answers().get()));
            Json state = asking.get().get("requestState");
            next = state == null ? next : next.with("requestState", state);
        }
        throw new AssertionError("after " + MOST_ROUNDS + " rounds of answers there are still questions\n"
                + dialogue.happenings().conversation());
    }

    private void note(JsonObject asking) {
        requests(asking)
                .members()
                .forEach((key, request) -> dialogue.happenings().questions.add(question(key, request)));
    }

    private static JsonObject answers(JsonObject asking, Function<Question, Reply> answers) {
        JsonObject.Builder responses = JsonObject.builder();
        requests(asking)
                .members()
                .forEach((key, request) ->
                        responses.put(key, answers.apply(question(key, request)).result()));
        return responses.build();
    }

    private static JsonObject requests(JsonObject asking) {
        return asking.object("inputRequests").orElse(JsonObject.EMPTY);
    }

    private static Question question(String key, Json request) {
        JsonObject asked = (JsonObject) request;
        return new Question(
                key, asked.string("method").orElse(""), asked.object("params").orElse(JsonObject.EMPTY));
    }

    /** No server may ask a modern client on a stream. */
    @Override
    public boolean asked(JsonObject request) {
        throw new AssertionError("a request of the server to a client of 2026-07-28\n"
                + dialogue.happenings().conversation());
    }

    /** Closing the response is all there is to do, and whoever hears nothing more does that. */
    @Override
    public void cancel(JsonObject message) {}
}
