package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.InputAwaited;
import dev.footbridge.call.InputRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks modern clients: the call ends with its questions, and runs again with the answers. */
final class ReplayAsker implements Asker {

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
        open.values().forEach(this::refuseWhatTheClientCannotAnswer);
        if (!open.isEmpty()) {
            Map<String, Json> kept = new LinkedHashMap<>(known);
            kept.keySet().removeAll(open.keySet());
            throw new InputAwaited(open, kept);
        }
        return new Answers(good);
    }

    private void refuseWhatTheClientCannotAnswer(InputRequest<?> request) {
        if (!request.answerableBy(capabilities)) {
            throw new RpcException(
                    ErrorCode.MISSING_CLIENT_CAPABILITY,
                    "This request needs a client capability that was not declared",
                    JsonObject.of("requiredCapabilities", request.requiredCapabilities()));
        }
    }
}
