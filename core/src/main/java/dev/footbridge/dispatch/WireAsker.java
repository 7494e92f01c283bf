package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.secret.RandomBytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks legacy clients: a JSON-RPC request goes out on the call's stream, and the call waits for the answer. */
final class WireAsker implements Asker {

    private final ProtocolVersion revision;
    private final ClientCapabilities capabilities;
    private final Correspondent correspondent;

    WireAsker(ProtocolVersion revision, ClientCapabilities capabilities, Correspondent correspondent) {
        this.revision = revision;
        this.capabilities = capabilities;
        this.correspondent = correspondent;
    }

    @Override
    public Answers ask(Map<String, InputRequest<?>> requests, Outbox outbox) throws InterruptedException {
        if (!outbox.reachesClient()) {
            throw new ToolFailure("This needs an answer from the user: call again and accept text/event-stream.");
        }
        requests.values().forEach(this::refuseWhatTheClientCannotAnswer);
        Map<String, Json> results = new LinkedHashMap<>();
        for (Map.Entry<String, InputRequest<?>> entry : requests.entrySet()) {
            results.put(entry.getKey(), ask(entry.getValue(), outbox));
        }
        return new Answers(results);
    }

    private Json ask(InputRequest<?> request, Outbox outbox) throws InterruptedException {
        Optional<Message.Reply> reply = correspondent.request(request.method(), params(request), outbox);
        JsonObject result = reply.map(Message.Reply::result).orElse(null);
        if (result == null) {
            throw new ToolFailure(reply.isEmpty() ? "No answer came in time." : "The client refused to answer.");
        }
        if (request.read(result).isEmpty()) {
            throw new ToolFailure("The client's answer does not fit the question.");
        }
        return result;
    }

    /** The parameters as the client's revision knows them. */
    private JsonObject params(InputRequest<?> request) {
        if (!revision.atLeast(ProtocolVersion.V2025_11_25)) {
            return request.params().without("mode");
        }
        return request instanceof UrlVisit
                ? request.params().with("elicitationId", Json.of(RandomBytes.uuid()))
                : request.params();
    }

    private void refuseWhatTheClientCannotAnswer(InputRequest<?> request) {
        if (!request.answerableBy(capabilities)) {
            throw new ToolFailure("This needs a client that supports " + request.method() + ", and this one does not.");
        }
    }
}
