package dev.footbridge.verification.fuzz;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a tool may run, written down a second time, from the specification and the settings of {@link HeadersTarget}.
 */
final class Agreement {

    static final String ORIGIN = "https://ok.example";

    private static final Pattern HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");
    private static final Pattern JSON = Pattern.compile("application/json[ \t]*(;(?![ \t]*charset[ \t]*(=|;|$))[^;]*"
            + "|;[ \t]*charset[ \t]*=[ \t]*(utf-8|\"utf-8\")[ \t]*)*");
    private static final Pattern SENTINEL = Pattern.compile("=\\?base64\\?(.*)\\?=", Pattern.DOTALL);
    private static final String META = "io.modelcontextprotocol/";

    private final Headers headers;
    private final JsonObject body;
    private final JsonObject params;

    private Agreement(Headers headers, JsonObject body) {
        this.headers = headers;
        this.body = body;
        this.params = body.object("params").orElse(JsonObject.EMPTY);
    }

    /** Why no tool may run; empty if one may. */
    static Optional<String> objection(HttpRequest request) {
        try {
            if (JsonReader.read(request.body().array()) instanceof JsonObject body) {
                return new Agreement(request.headers(), body).objection(request.method());
            }
            return Optional.of("the body is no object");
        } catch (JsonException unreadable) {
            return Optional.of("the body is no JSON");
        }
    }

    private Optional<String> objection(String method) {
        JsonObject meta = params.object("_meta").orElse(JsonObject.EMPTY);
        String rpc = body.string("method").orElse("");
        if (!method.equals("POST") || !rpc.equals("tools/call") || !meta.has(META + "clientCapabilities")) {
            return Optional.of("it is no call of a tool");
        }
        if (!isFrom()) {
            return Optional.of("it comes from elsewhere");
        }
        if (!isMedia()) {
            return Optional.of("it is not marked as JSON");
        }
        if (!only("mcp-method").equals(Optional.of(rpc))
                || !only("mcp-name").flatMap(Agreement::decoded).equals(params.string("name"))
                || !only("mcp-protocol-version").equals(meta.string(META + "protocolVersion"))) {
            return Optional.of("the headers name another call");
        }
        return argumentsAgree() ? Optional.empty() : Optional.of("the headers say other arguments");
    }

    /** True if it may be from here: A1, A2. */
    private boolean isFrom() {
        String host = only("host").orElse("");
        List<String> origins = headers.all("origin");
        boolean allowed = origins.isEmpty()
                || List.of(ORIGIN, "http://" + host, "https://" + host)
                        .contains(only("origin").orElse(""));
        return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches() && allowed;
    }

    private boolean isMedia() {
        String type = only("content-type").orElse("").toLowerCase(Locale.ROOT);
        return JSON.matcher(type).matches() && !headers.has("content-encoding");
    }

    private boolean argumentsAgree() {
        JsonObject arguments = params.object("arguments").orElse(JsonObject.EMPTY);
        return !params.string("name").equals(Optional.of("regional"))
                || (agrees("mcp-param-region", arguments.get("region"))
                        && agrees("mcp-param-count", arguments.get("count")));
    }

    private boolean agrees(String header, @Nullable Json value) {
        if (value == null || value == JsonNull.NULL) {
            return headers.all(header).isEmpty();
        }
        String text = only(header).flatMap(Agreement::decoded).orElse("");
        if (value instanceof JsonNumber number) {
            return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
                    && new BigDecimal(text).compareTo(number.decimal()) == 0;
        }
        return value instanceof JsonString string && string.value().equals(text);
    }

    private Optional<String> only(String name) {
        List<String> all = headers.all(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        Matcher sentinel = SENTINEL.matcher(value);
        if (!sentinel.matches()) {
            return Optional.of(value);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(sentinel.group(1));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean canonical = Base64.getEncoder()
                    .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                    .equals(sentinel.group(1));
            return canonical ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
