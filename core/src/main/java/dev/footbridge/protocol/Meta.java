package dev.footbridge.protocol;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code _meta} of a request, typed. Unknown keys are left alone.
 *
 * @param clientName empty if the client did not say
 * @param capabilities none for legacy requests, whose client said it at {@code initialize}
 * @param progressToken a string or an integer, null if the client wants no progress
 * @param logLevel the least severe log line this request wants; empty for none
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28, _meta</a>
 */
public record Meta(
        String clientName,
        String clientVersion,
        ClientCapabilities capabilities,
        @Nullable Json progressToken,
        Optional<LogLevel> logLevel,
        Trace trace) {

    public static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
    public static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    public static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
    public static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    public static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";
    public static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

    /** The {@code _meta} object of a request's parameters, empty if there is none. */
    public static JsonObject of(JsonObject params) {
        return params.object("_meta").orElse(JsonObject.EMPTY);
    }

    /** True if a message with these parameters says which revision it speaks, whichever that is. */
    public static boolean namesRevision(JsonObject params) {
        return of(params).has(PROTOCOL_VERSION);
    }

    /** @throws RpcException if a required member is missing or a known one has the wrong type */
    public static Meta modern(JsonObject params) {
        JsonObject meta = of(params);
        if (meta.string(PROTOCOL_VERSION).isEmpty()) {
            throw missing(PROTOCOL_VERSION);
        }
        JsonObject capabilities = meta.object(CLIENT_CAPABILITIES).orElseThrow(() -> missing(CLIENT_CAPABILITIES));
        JsonObject client = clientInfo(meta);
        return new Meta(
                client.string("name").orElse(""),
                client.string("version").orElse(""),
                new ClientCapabilities(capabilities),
                progressToken(meta),
                logLevel(meta),
                Trace.from(meta));
    }

    /** @throws RpcException if a known member has the wrong type */
    public static Meta legacy(JsonObject params) {
        JsonObject meta = of(params);
        return new Meta("", "", ClientCapabilities.NONE, progressToken(meta), Optional.empty(), Trace.from(meta));
    }

    private static JsonObject clientInfo(JsonObject meta) {
        if (!meta.has(CLIENT_INFO)) {
            return JsonObject.EMPTY;
        }
        return meta.object(CLIENT_INFO)
                .filter(info -> info.string("name").isPresent()
                        && info.string("version").isPresent())
                .orElseThrow(() -> new RpcException(
                        ErrorCode.INVALID_META, "_meta " + CLIENT_INFO + " needs a name and a version"));
    }

    private static @Nullable Json progressToken(JsonObject meta) {
        Json token = meta.get("progressToken");
        if (token == JsonNull.NULL) {
            return null;
        }
        if (token == null
                || token instanceof JsonString
                || (token instanceof JsonNumber number && number.isInteger())) {
            return token;
        }
        throw new RpcException(ErrorCode.INVALID_PARAMS, "_meta progressToken must be a string or an integer");
    }

    private static Optional<LogLevel> logLevel(JsonObject meta) {
        if (!meta.has(LOG_LEVEL)) {
            return Optional.empty();
        }
        Optional<LogLevel> level = meta.string(LOG_LEVEL).flatMap(LogLevel::named);
        if (level.isEmpty()) {
            throw new RpcException(ErrorCode.INVALID_PARAMS, "_meta " + LOG_LEVEL + " is not a log level");
        }
        return level;
    }

    private static RpcException missing(String key) {
        return new RpcException(ErrorCode.INVALID_META, "Missing or invalid _meta " + key);
    }
}
