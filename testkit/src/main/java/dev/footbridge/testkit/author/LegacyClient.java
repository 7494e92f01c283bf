package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.Envelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A client older than 2026-07-28: it opens a session, and is asked on the stream of its call.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">2025-11-25, transports</a>
 */
record LegacyClient(Dialogue dialogue) implements Dialogue.Era {

    private static final String SESSION = "mcp-session-id";

    /** Runs the request in a session of its own; without one the outcome is the refusal to open it. */
    Outcome run(String method, JsonObject params) {
        Dialogue.Answered opened = open();
        if (opened.result().isEmpty()) {
            return dialogue.outcome(opened);
        }
        JsonObject message = envelope()
                .request(Json.of(1), method, Optional.of(dialogue.profile().curious(params)));
        Dialogue.Answered answered = post(message);
        if (answered.message().isEmpty()
                && !dialogue.abandoned()
                && !dialogue.lastEventId().isEmpty()) {
            answered = comeBack(message);
        }
        close();
        return dialogue.outcome(answered);
    }

    /** What a server says of itself is its answer to the first request. */
    Outcome discover() {
        Dialogue.Answered opened = open();
        close();
        return dialogue.outcome(opened);
    }

    private Dialogue.Answered open() {
        Dialogue.Answered opened = post(envelope().initialize());
        opened.headers().first(SESSION).ifPresent(id -> dialogue.always(SESSION, id));
        Optional<JsonObject> result = opened.result();
        if (result.isPresent()) {
            post(notification("notifications/initialized", JsonObject.EMPTY));
            boolean logs = result.get()
                    .object("capabilities")
                    .filter(offered -> offered.has("logging"))
                    .isPresent();
            if (logs) {
                JsonObject level =
                        JsonObject.of("level", dialogue.profile().logLevel.wireName());
                post(envelope().request(Json.of(0), "logging/setLevel", Optional.of(level)));
            }
        }
        return opened;
    }

    private void close() {
        if (dialogue.hasAlways(SESSION)) {
            dialogue.send("DELETE", headers(), JsonObject.EMPTY, this);
        }
    }

    /** The server let the connection go and has the rest ready for whoever names the last event. */
    private Dialogue.Answered comeBack(JsonObject message) {
        Map<String, String> headers = headers();
        headers.put("accept", "text/event-stream");
        headers.put("last-event-id", dialogue.lastEventId());
        return dialogue.send("GET", headers, message, this);
    }

    @Override
    public boolean asked(JsonObject request) {
        Question question = new Question(
                "",
                request.string("method").orElse(""),
                request.object("params").orElse(JsonObject.EMPTY));
        dialogue.happenings().questions.add(question);
        dialogue.profile()
                .answers()
                .ifPresent(answers -> post(JsonObject.builder()
                        .put("jsonrpc", "2.0")
                        .put("id", Objects.requireNonNull(request.get("id")))
                        .put("result", answers.apply(question).result())
                        .build()));
        return dialogue.profile().answers().isPresent();
    }

    @Override
    public void cancel(JsonObject message) {
        JsonObject params = JsonObject.of("requestId", Objects.requireNonNull(message.get("id")));
        post(notification("notifications/cancelled", params));
    }

    private Dialogue.Answered post(JsonObject message) {
        return dialogue.post(message, Map.of(), this);
    }

    private Map<String, String> headers() {
        return new LinkedHashMap<>(envelope().headers(Optional.empty()));
    }

    private Envelope envelope() {
        return dialogue.profile().envelope();
    }

    private static JsonObject notification(String method, JsonObject params) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("method", method)
                .putIfPresent("params", params.isEmpty() ? null : params)
                .build();
    }
}
