package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.config.SessionMode;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.MessageParser;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.security.Authenticator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The MCP endpoint: identifies the caller, parses the body, and settles which era a message belongs to. Thread-safe.
 *
 * <p>Every refusal of a POST has a JSON-RPC body, because clients take a bare 400 or 404 for an old server.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
public final class McpEndpoint implements HttpHandler {

    private static final Headers ON_EVERY_RESPONSE =
            Headers.of("cache-control", "no-store").with("x-content-type-options", "nosniff");

    private final Engine engine;
    private final Authenticator authenticator;
    private final ModernEndpoint modern;
    private final LegacyEndpoint legacy;

    public McpEndpoint(Engine engine, Authenticator authenticator) {
        this.engine = engine;
        this.authenticator = authenticator;
        this.modern = new ModernEndpoint(engine);
        this.legacy = new LegacyEndpoint(engine);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        try {
            HttpResponse response = recorded(request, identified(request));
            return new HttpResponse(
                    response.status(),
                    response.headers().with(ON_EVERY_RESPONSE),
                    response.body() instanceof LateBody late ? reported(late, request) : response.body());
        } catch (RuntimeException bug) {
            return failed(null, request, bug);
        }
    }

    /** What was refused before it could be settled has no record yet. */
    private HttpResponse recorded(HttpRequest request, HttpResponse response) {
        if (response.status() >= 400) {
            int status = response.status();
            engine.refusals().add(request.arrival(), response, status == 401 || status == 403 || status == 503);
        }
        return response;
    }

    /** Too late for an error message: the stream ends where it is, and the log says why. */
    private LateBody reported(LateBody late, HttpRequest request) {
        return reply -> {
            try {
                late.answer(reply);
            } catch (RuntimeException bug) {
                engine.log.error(request.arrival().requestId(), "a late answer failed", bug);
            }
        };
    }

    private HttpResponse failed(@Nullable RequestId id, HttpRequest request, RuntimeException bug) {
        String reference = request.arrival().requestId();
        engine.log.error(reference, "the endpoint failed", bug);
        return refuse(id, ErrorCode.INTERNAL_ERROR, 500, "Internal error. Reference: " + reference);
    }

    private HttpResponse identified(HttpRequest request) {
        Authenticator.Outcome outcome = authenticator.authenticate(request);
        if (outcome instanceof Authenticator.Refused refused) {
            HttpResponse refusal = refuse(null, ErrorCode.INVALID_REQUEST, refused.status(), refused.message());
            return refused.challenge().isEmpty() ? refusal : refusal.with("www-authenticate", refused.challenge());
        }
        Caller caller = ((Authenticator.Identified) outcome).caller();
        return switch (request.method()) {
            case "POST" -> post(request, caller);
            case "GET", "DELETE" -> guarded(null, request, () -> inSession(request, caller));
            default -> notAllowed(request);
        };
    }

    private HttpResponse inSession(HttpRequest request, Caller caller) {
        boolean possible = engine.config.sessions() == SessionMode.SESSIONS
                && request.headers().has(LegacyEndpoint.SESSION);
        declared(request.headers());
        if (possible && request.method().equals("DELETE")) {
            return legacy.delete(request, caller);
        }
        return possible && request.arrival().live() ? get(request, caller) : notAllowed(request);
    }

    /** Only a legacy session has anything to get; the way of 2024-11-05 has a path of its own. */
    private HttpResponse get(HttpRequest request, Caller caller) {
        return Accept.of(request.headers()).stream()
                ? legacy.get(request, caller)
                : refuse(null, ErrorCode.INVALID_REQUEST, 406, "A GET must accept text/event-stream");
    }

    private HttpResponse post(HttpRequest request, Caller caller) {
        if (!request.headers().sayJson()) {
            return refuse(null, ErrorCode.INVALID_REQUEST, 415, "The body must be application/json in UTF-8");
        }
        if (request.headers().has("content-encoding")) {
            return refuse(null, ErrorCode.INVALID_REQUEST, 415, "The body must not be compressed");
        }
        if (Accept.of(request.headers()).nothing()) {
            return refuse(null, ErrorCode.INVALID_REQUEST, 406, "Accept application/json or text/event-stream");
        }
        Json body;
        try {
            body = JsonReader.read(request.body().array());
        } catch (JsonException unreadable) {
            return refuse(null, ErrorCode.PARSE_ERROR, 400, "Parse error: " + unreadable.getMessage());
        }
        if (body instanceof JsonArray array) {
            return guarded(null, request, () -> batch(array, request, caller));
        }
        Message message = MessageParser.parse(body);
        RequestId id = message instanceof Message.Request call ? call.id() : null;
        return guarded(id, request, () -> settled(message, request, caller));
    }

    private HttpResponse settled(Message message, HttpRequest request, Caller caller) {
        if (message instanceof Message.Malformed malformed) {
            return Answer.error(malformed.id(), malformed.error()).toHttp();
        }
        if (message instanceof Message.Request call && Meta.namesRevision(call.params())) {
            return modern.answer(call, request, caller);
        }
        boolean modernHeader =
                declared(request.headers()).filter(ProtocolVersion::isModern).isPresent();
        if (modernHeader && message instanceof Message.Request) {
            throw new RpcException(
                    ErrorCode.INVALID_META, "Missing or invalid _meta io.modelcontextprotocol/protocolVersion");
        }
        // Modern notifications have nothing to say over HTTP, where closing the connection cancels.
        return message instanceof Message.Notification notification
                        && (modernHeader || Meta.namesRevision(notification.params()))
                ? HttpResponse.empty(202)
                : legacy.post(message, request, caller);
    }

    private HttpResponse batch(JsonArray array, HttpRequest request, Caller caller) {
        declared(request.headers()).ifPresent(Batch::mayComeUnder);
        return legacy.batch(array, request, caller);
    }

    /**
     * What says nothing of itself may still name a revision in its header: one we can serve that way or not.
     *
     * @throws RpcException if the header names a revision that is none of ours, or is sent more than once
     */
    private static Optional<ProtocolVersion> declared(Headers headers) {
        if (!headers.has(HeaderAgreement.VERSION)) {
            return Optional.empty();
        }
        Optional<ProtocolVersion> known = HeaderAgreement.declared(headers);
        if (known.isEmpty()) {
            throw ModernEra.unsupported(String.join(", ", headers.all(HeaderAgreement.VERSION)));
        }
        return known;
    }

    private HttpResponse guarded(@Nullable RequestId id, HttpRequest request, Supplier<HttpResponse> work) {
        try {
            return work.get();
        } catch (RpcException refusal) {
            return Answer.error(id, refusal.error()).toHttp();
        } catch (RuntimeException bug) {
            return failed(id, request, bug);
        }
    }

    private HttpResponse notAllowed(HttpRequest request) {
        String inSessions = request.arrival().live() ? "POST, GET, DELETE" : "POST, DELETE";
        boolean sessions = engine.config.sessions() == SessionMode.SESSIONS;
        return refuse(null, ErrorCode.INVALID_REQUEST, 405, "This endpoint takes POST")
                .with("allow", sessions ? inSessions : "POST");
    }

    private static HttpResponse refuse(@Nullable RequestId id, ErrorCode code, int status, String message) {
        return Answer.error(id, RpcError.of(code, message), status).toHttp();
    }
}
