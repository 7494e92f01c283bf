package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles requests that describe themselves in {@code _meta} (2026-07-28). Nothing is inferred from earlier ones. */
final class ModernEra {

    /** Methods that may answer with {@code input_required}, and so may bring answers. */
    private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

    /** So much of a version that is not served is sent back. */
    private static final int MAX_ECHO = 64;

    private final Engine engine;

    ModernEra(Engine engine) {
        this.engine = engine;
    }

    /**
     * Settles.
     *
     * @param headers that must agree with the body; empty on channels that have none
     * @throws RpcException if the request is not acceptable, with the code the protocol wants
     */
    Exchange settle(Message.Request request, Caller caller, Optional<Headers> headers, Arrival arrival) {
        ProtocolVersion revision = revision(request.params(), headers);
        Meta meta = Meta.modern(request.params());
        if (headers.isPresent()) {
            HeaderAgreement.checkRouting(headers.get(), request);
        }
        Client client = new Client(meta.clientName(), meta.clientVersion(), meta.capabilities());
        Map<String, Json> answers = answers(request, revision, caller, arrival);
        return new Exchange(
                request,
                revision,
                caller,
                client,
                meta.progressToken(),
                meta.logLevel(),
                meta.trace(),
                new ReplayAsker(answers, client.capabilities()),
                headers,
                Optional.empty(),
                arrival.live(),
                arrival.deadline(),
                arrival.requestId(),
                arrival.remoteAddress(),
                engine.begin(request, revision, caller, arrival));
    }

    /** What is wrong with them is answered in-band, as a call that was reached: so it has a record like one. */
    private Map<String, Json> answers(
            Message.Request request, ProtocolVersion revision, Caller caller, Arrival arrival) {
        if (!MAY_ASK.contains(request.method())) {
            return Map.of();
        }
        try {
            return engine.rounds.answers(request, caller);
        } catch (RpcException refused) {
            engine.begin(request, revision, caller, arrival).end(AuditStatus.PROTOCOL_ERROR);
            throw refused;
        }
    }

    private static ProtocolVersion revision(JsonObject params, Optional<Headers> headers) {
        if (!(Meta.of(params).get(Meta.PROTOCOL_VERSION) instanceof JsonString named)) {
            throw new RpcException(ErrorCode.INVALID_META, "Missing or invalid _meta " + Meta.PROTOCOL_VERSION);
        }
        if (headers.isPresent()) {
            HeaderAgreement.checkVersion(headers.get(), named.value());
        }
        Optional<ProtocolVersion> revision = ProtocolVersion.named(named.value());
        if (revision.isEmpty() || !revision.get().isModern()) {
            throw unsupported(named.value());
        }
        return revision.get();
    }

    static RpcException unsupported(String requested) {
        JsonObject data = JsonObject.builder()
                .put("supported", DiscoverRoute.supportedVersions())
                .put("requested", requested.substring(0, Math.min(requested.length(), MAX_ECHO)))
                .build();
        return new RpcException(ErrorCode.UNSUPPORTED_PROTOCOL_VERSION, "Unsupported protocol version", data);
    }
}
