package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For legacy clients without a session, which cannot be asked: they are told what is missing. */
final class StatelessAsker implements Asker {

    private final ProtocolVersion revision;

    StatelessAsker(ProtocolVersion revision) {
        this.revision = revision;
    }

    @Override
    public Answers ask(Map<String, InputRequest<?>> requests, Outbox outbox) {
        List<Json> visits = requests.values().stream()
                .filter(UrlVisit.class::isInstance)
                .map(StatelessAsker::visit)
                .toList();
        if (revision.atLeast(ProtocolVersion.V2025_11_25) && visits.size() == requests.size()) {
            throw new RpcException(
                    ErrorCode.LEGACY_URL_ELICITATION_REQUIRED,
                    "A page must be visited first",
                    JsonObject.of("elicitations", new JsonArray(visits)));
        }
        throw new ToolFailure("This needs an answer from the user, and this client cannot be asked. "
                + "Use a client that keeps a session, or one that speaks revision 2026-07-28.");
    }

    private static Json visit(InputRequest<?> request) {
        return request.params().with("elicitationId", Json.of(UUID.randomUUID().toString()));
    }
}
