package dev.footbridge.dispatch;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Implementation;
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
                ? modern(method, result)
                : new LegacyForm(exchange.revision()).result(method, result);
    }

    RpcError error(Exchange exchange, RpcError error) {
        boolean renamed = error.code() == ErrorCode.RESOURCE_NOT_FOUND
                && !exchange.revision().isModern();
        return renamed ? new RpcError(ErrorCode.LEGACY_RESOURCE_NOT_FOUND, error.message(), error.data()) : error;
    }

    int status(Exchange exchange, RpcError error) {
        boolean inBand = !exchange.revision().isModern() && error.code() != ErrorCode.BUSY;
        return inBand ? 200 : error.code().httpStatus();
    }

    /** What every modern result carries. {@code private}, because what is listed may depend on the caller. */
    private JsonObject modern(String method, JsonObject result) {
        JsonObject.Builder json = JsonObject.builder();
        if (!result.has("resultType")) {
            json.put("resultType", "complete");
        }
        json.putAll(result);
        if (CACHEABLE.contains(method) && !result.has("resultType")) {
            json.put("ttlMs", config.listTtl().toMillis()).put("cacheScope", "private");
        }
        if (config.revealSelf()) {
            JsonObject meta = result.object("_meta").orElse(JsonObject.EMPTY);
            json.put("_meta", meta.with(Meta.SERVER_INFO, self.toJson()));
        }
        return json.build();
    }

    /** The server's own description, as far as a legacy revision knows its members. */
    JsonObject selfFor(ProtocolVersion revision) {
        return new LegacyForm(revision).implementation(self.toJson());
    }
}
