package dev.footbridge.dispatch;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcError;
import java.util.Set;

/** Turns results and errors from the form of the newest revision into that of the client's. */
final class Projection {

    /** Whose results say how long they may be kept. */
    private static final Set<String> CACHEABLE = Set.of(
            "server/discover",
            "tools/list",
            "prompts/list",
            "resources/list",
            "resources/templates/list",
            "resources/read");

    private final Implementation self;
    private final ServerConfig config;

    Projection(Implementation self, ServerConfig config) {
        this.self = self;
        this.config = config;
    }

    JsonObject result(Exchange exchange, JsonObject result) {
        String method = exchange.request().method();
        return exchange.revision().isModern()
                ? modern(exchange.request(), result)
                : new LegacyForm(exchange.revision()).result(method, result);
    }

    RpcError error(Exchange exchange, RpcError error) {
        boolean renamed = error.code() == ErrorCode.RESOURCE_NOT_FOUND
                && !exchange.revision().isModern();
        return renamed ? new RpcError(ErrorCode.LEGACY_RESOURCE_NOT_FOUND, error.message(), error.data()) : error;
    }

    int status(Exchange exchange, RpcError error) {
        boolean inBand = !exchange.revision().isModern() && !error.code().keepsStatus();
        return inBand ? 200 : error.code().httpStatus();
    }

    /** What every modern result carries. {@code private}, because what is listed may depend on the caller. */
    private JsonObject modern(Message.Request request, JsonObject result) {
        JsonObject.Builder json = JsonObject.builder();
        if (!result.has("resultType")) {
            json.put("resultType", "complete");
        }
        json.putAll(result);
        if (CACHEABLE.contains(request.method()) && !result.has("resultType")) {
            // What the user answered on the way must not be given to the next who asks.
            long ttl = request.params().has(Rounds.STATE) ? 0 : config.listTtl().toMillis();
            json.put("ttlMs", ttl).put("cacheScope", "private");
        }
        return signed(json.build());
    }

    /** A modern result with the name of this server, unless that is not to be said. */
    JsonObject signed(JsonObject result) {
        JsonObject meta = result.object("_meta").orElse(JsonObject.EMPTY);
        return config.revealSelf() ? result.with("_meta", meta.with(Meta.SERVER_INFO, self.toJson())) : result;
    }

    /** The server's own description, as far as a legacy revision knows its members. */
    JsonObject selfFor(ProtocolVersion revision) {
        return new LegacyForm(revision).implementation(self.toJson());
    }
}
