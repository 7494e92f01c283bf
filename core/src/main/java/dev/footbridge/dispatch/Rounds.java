package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.call.InputAwaited;
import dev.footbridge.call.InputRequest;
import dev.footbridge.json.Canonical;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.security.Purpose;
import dev.footbridge.security.Sealer;
import dev.footbridge.state.Digest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Multi round-trip requests: what has been answered so far travels through the client, sealed to the caller, the method
 * and the exact parameters. Any instance with the same keys can go on.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MRTR</a>
 */
final class Rounds {

    static final String STATE = "requestState";
    private static final String RESPONSES = "inputResponses";

    private final Sealer sealer;
    private final String server;
    private final Duration lifetime;

    /** @param server what several servers with the same keys differ in */
    Rounds(Sealer sealer, String server, Duration lifetime) {
        this.sealer = sealer;
        this.server = server;
        this.lifetime = lifetime;
    }

    /**
     * The answers this request brings: those of earlier rounds, and those to the questions of the latest one. Each
     * stands beside the question that it answers, as {@link #answerTo} reads it.
     *
     * @throws RpcException if the state was touched, belongs to another call, or is too old
     */
    Map<String, Json> answers(Message.Request request, Caller caller) {
        JsonObject params = request.params();
        JsonObject responses = responses(params);
        if (!params.has(STATE)) {
            return Map.of();
        }
        JsonObject state = params.string(STATE)
                .flatMap(text -> sealer.open(Purpose.REQUEST_STATE, context(request, caller), text))
                .orElseThrow(() -> Refusals.invalidParams("Invalid requestState"));
        Map<String, Json> known = new LinkedHashMap<>(
                state.object("answers").orElse(JsonObject.EMPTY).members());
        state.object("asked").orElse(JsonObject.EMPTY).members().forEach((key, question) -> {
            Json response = responses.get(key);
            if (response != null) {
                known.put(
                        key,
                        JsonObject.builder()
                                .put("question", question)
                                .put("answer", response)
                                .build());
            }
        });
        return Collections.unmodifiableMap(known);
    }

    private static JsonObject responses(JsonObject params) {
        return params.has(RESPONSES)
                ? params.object(RESPONSES).orElseThrow(() -> Refusals.invalidParams("inputResponses must be an object"))
                : JsonObject.EMPTY;
    }

    /** The answer, if it was given to this very question: a yes to another price is none. */
    static @Nullable Json answerTo(InputRequest<?> request, @Nullable Json known) {
        if (!(known instanceof JsonObject answered)) {
            return null;
        }
        boolean same =
                answered.string("question").filter(question(request)::equals).isPresent();
        return same ? answered.get("answer") : null;
    }

    /** What a user reads and fills in. A page or a prompt may be another one each time, and nobody agrees to it. */
    private static String question(InputRequest<?> request) {
        return request instanceof Form form ? Digest.of(Canonical.text(form.params())) : "";
    }

    /** The {@code input_required} result. */
    JsonObject result(InputAwaited awaited, Message.Request request, Caller caller) {
        Map<String, InputRequest<?>> requests = new TreeMap<>(awaited.requests());
        JsonObject state = JsonObject.builder()
                .put("asked", asked(requests))
                .put("answers", new JsonObject(new TreeMap<>(awaited.answered())))
                .build();
        return JsonObject.builder()
                .put("resultType", "input_required")
                .put("inputRequests", inputRequests(requests))
                .put(STATE, sealer.seal(Purpose.REQUEST_STATE, context(request, caller), state, lifetime))
                .build();
    }

    private static JsonObject asked(Map<String, InputRequest<?>> requests) {
        JsonObject.Builder asked = JsonObject.builder();
        requests.forEach((key, request) -> asked.put(key, question(request)));
        return asked.build();
    }

    private static JsonObject inputRequests(Map<String, InputRequest<?>> requests) {
        JsonObject.Builder entries = JsonObject.builder();
        requests.forEach((key, request) -> entries.put(
                key,
                JsonObject.builder()
                        .put("method", request.method())
                        .put("params", request.params())
                        .build()));
        return entries.build();
    }

    private String context(Message.Request request, Caller caller) {
        JsonObject same = request.params().without(STATE).without(RESPONSES).without("_meta");
        return server.length() + ":" + server + caller.bindingKey().length() + ":" + caller.bindingKey()
                + request.method() + "\n" + Canonical.text(same);
    }
}
