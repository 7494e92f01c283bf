package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.Form;
import dev.footbridge.call.InputAwaited;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks modern clients: the call ends with its questions, and runs again with the answers. */
final class ReplayAsker implements Asker {

    private static final JsonObject FORMS = JsonObject.of("form", JsonObject.EMPTY);

    /** As {@link Rounds#answers} gives them. */
    private final Map<String, Json> known;

    private final ClientCapabilities capabilities;

    ReplayAsker(Map<String, Json> known, ClientCapabilities capabilities) {
        this.known = known;
        this.capabilities = capabilities;
    }

    @Override
    public Answers ask(Map<String, InputRequest<?>> requests, Outbox outbox) {
        Map<String, Json> good = new LinkedHashMap<>();
        Map<String, InputRequest<?>> open = new LinkedHashMap<>();
        requests.forEach((key, request) -> {
            Json answer = Rounds.answerTo(request, known.get(key));
            if (answer == null || request.read(answer).isEmpty()) {
                open.put(key, request);
            } else {
                good.put(key, answer);
            }
        });
        refuseWhatTheClientCannotAnswer(open.values());
        if (!open.isEmpty()) {
            Map<String, Json> kept = new LinkedHashMap<>(known);
            kept.keySet().removeAll(open.keySet());
            throw new InputAwaited(open, kept);
        }
        return new Answers(good);
    }

    private void refuseWhatTheClientCannotAnswer(Collection<InputRequest<?>> open) {
        List<InputRequest<?>> beyond = open.stream()
                .filter(request -> !request.answerableBy(capabilities))
                .toList();
        if (!beyond.isEmpty()) {
            throw new RpcException(
                    ErrorCode.MISSING_CLIENT_CAPABILITY,
                    "This request needs a client capability that was not declared",
                    JsonObject.of("requiredCapabilities", needed(beyond)));
        }
    }

    /** Together. An empty {@code elicitation} means forms, which must be said where pages are needed too. */
    private static JsonObject needed(List<InputRequest<?>> requests) {
        boolean pages = requests.stream().anyMatch(UrlVisit.class::isInstance);
        JsonObject all = JsonObject.EMPTY;
        for (InputRequest<?> request : requests) {
            for (String name : request.requiredCapabilities().members().keySet()) {
                JsonObject more = pages && request instanceof Form
                        ? FORMS
                        : request.requiredCapabilities().object(name).orElse(JsonObject.EMPTY);
                JsonObject before = all.object(name).orElse(JsonObject.EMPTY);
                all = all.with(
                        name, JsonObject.builder().putAll(before).putAll(more).build());
            }
        }
        return all;
    }
}
