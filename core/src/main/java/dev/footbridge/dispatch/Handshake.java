package dev.footbridge.dispatch;

import dev.footbridge.call.Client;
import dev.footbridge.config.SessionMode;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;

/**
 * What {@code initialize} of a legacy client agrees on.
 *
 * @param revision the one it asked for if we speak it, our latest legacy one otherwise
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle">2025-11-25, lifecycle</a>
 */
record Handshake(ProtocolVersion revision, Client client) {

    /** A session keeps what the client says of itself, so that is bounded. */
    private static final int MAX_CHARACTERS = 16_384;

    /** @throws RpcException if the parameters are malformed, or no legacy client is served */
    static Handshake of(Message.Request request, SessionMode mode) {
        JsonObject params = request.params();
        String asked = params.string("protocolVersion")
                .orElseThrow(() -> Refusals.invalidParams("protocolVersion must be a string"));
        if (mode == SessionMode.OFF) {
            throw ModernEra.unsupported(asked);
        }
        JsonObject capabilities = params.object("capabilities")
                .orElseThrow(() -> Refusals.invalidParams("capabilities must be an object"));
        JsonObject info =
                params.object("clientInfo").orElseThrow(() -> Refusals.invalidParams("clientInfo must be an object"));
        if (JsonWriter.text(capabilities).length() + JsonWriter.text(info).length() > MAX_CHARACTERS) {
            throw Refusals.invalidParams("capabilities and clientInfo are too large");
        }
        ProtocolVersion revision =
                ProtocolVersion.named(asked).filter(known -> !known.isModern()).orElse(ProtocolVersion.LATEST_LEGACY);
        Client client = new Client(
                info.string("name").orElse(""),
                info.string("version").orElse(""),
                new ClientCapabilities(capabilities));
        return new Handshake(revision, client);
    }

    /**
     * The result.
     *
     * @param remembers whether anything is kept between this client's requests
     * @param notifies whether changes can reach it
     */
    Answer answer(Engine engine, Message.Request request, boolean remembers, boolean notifies) {
        JsonObject result = JsonObject.builder()
                .put("protocolVersion", revision.text())
                .put("capabilities", capabilities(engine, remembers, notifies))
                .put("serverInfo", engine.dispatcher.projection().selfFor(revision))
                .putIfPresent("instructions", engine.config.instructions())
                .build();
        return Answer.result(request.id(), result);
    }

    /** The {@code completions} capability is newer than its method. */
    private JsonObject capabilities(Engine engine, boolean remembers, boolean notifies) {
        JsonObject all = Capabilities.of(engine.catalog.current(), remembers && notifies, remembers);
        return revision.atLeast(ProtocolVersion.V2025_03_26) ? all : all.without("completions");
    }
}
