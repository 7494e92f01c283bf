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
import dev.footbridge.secret.RandomBytes;
import java.util.List;
import java.util.Map;

/**
 * For legacy clients that cannot be asked, because they have no session or answers are whole: they are told what is
 * missing.
 */
final class StatelessAsker implements Asker {

    private final ProtocolVersion revision;
    private final String advice;

    private StatelessAsker(ProtocolVersion revision, String advice) {
        this.revision = revision;
        this.advice = advice;
    }

    static StatelessAsker withoutSession(ProtocolVersion revision) {
        return new StatelessAsker(
                revision, "Use a client that keeps a session, or one that speaks revision 2026-07-28.");
    }

    /** Where a response is held back until it is complete: a session would not help. */
    static StatelessAsker withoutStream(ProtocolVersion revision) {
        return new StatelessAsker(revision, "Use a client that speaks revision 2026-07-28.");
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
        throw new ToolFailure("This needs an answer from the user, and this client cannot be asked. " + advice);
    }

    private static Json visit(InputRequest<?> request) {
        return request.params().with("elicitationId", Json.of(RandomBytes.uuid()));
    }
}
