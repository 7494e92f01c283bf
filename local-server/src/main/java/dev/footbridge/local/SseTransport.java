package dev.footbridge.local;

import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.protocol.Meta;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.StillKnown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The deprecated two-endpoint transport of revision 2024-11-05: a stream at {@code /sse}, messages to
 * {@code /messages}. Thread-safe.
 *
 * <p>Origin and host are checked by the filter its routes are wrapped in; the caller is checked here, on every request.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports">HTTP with SSE</a>
 */
public final class SseTransport implements AutoCloseable {

    private static final String ID_PARAMETER = "sessionId=";
    private static final int ID_BYTES = 24;
    private static final HttpResponse UNKNOWN_SESSION = AdapterRefusals.invalid(404, "There is no such session.");
    private static final HttpResponse NOT_JSON =
            AdapterRefusals.invalid(415, "The body must be application/json in UTF-8.");
    private static final HttpResponse MODERN =
            AdapterRefusals.invalid(400, "Revision 2026-07-28 has no such path: post to the one of the MCP endpoint.");
    private static final HttpResponse GET_ONLY =
            AdapterRefusals.invalid(405, "Only GET is served at this path.").with("allow", "GET");
    private static final HttpResponse POST_ONLY =
            AdapterRefusals.invalid(405, "Only POST is served at this path.").with("allow", "POST");

    /**
     * How many sessions at once, and how often a silent stream says so.
     *
     * @param keepAlive also how soon a vanished client is noticed
     */
    public record Settings(int maxSessions, Duration keepAlive) {
        public static final Settings DEFAULTS = new Settings(100, Duration.ofSeconds(5));
    }

    private final BiFunction<Caller, Conversation.Outlet, Conversation> converse;
    private final Authenticator authenticator;
    private final Settings settings;
    private final InstantSource clock;
    private final Semaphore free;
    private final Map<String, Open> sessions = new ConcurrentHashMap<>();

    /**
     * A transport without any session yet.
     *
     * @param converse {@code McpServer::converse}
     */
    public SseTransport(
            BiFunction<Caller, Conversation.Outlet, Conversation> converse,
            Authenticator authenticator,
            Settings settings) {
        this(converse, authenticator, settings, InstantSource.system());
    }

    SseTransport(
            BiFunction<Caller, Conversation.Outlet, Conversation> converse,
            Authenticator authenticator,
            Settings settings,
            InstantSource clock) {
        this.clock = clock;
        this.converse = converse;
        this.authenticator = authenticator;
        this.settings = settings;
        this.free = new Semaphore(settings.maxSessions());
    }

    private record Open(SseSession session, Conversation conversation) {}

    /** Both endpoints by path. */
    public Map<String, HttpHandler> routes() {
        return Map.of("/sse", this::stream, "/messages", this::message);
    }

    /** Ends every session. */
    @Override
    public void close() {
        sessions.values().forEach(open -> open.session().end());
    }

    private HttpResponse stream(HttpRequest request) {
        if (!"GET".equals(request.method())) {
            return GET_ONLY;
        }
        return identified(request, caller -> HttpResponse.late(reply -> serve(caller, request, reply)));
    }

    private void serve(Caller caller, HttpRequest request, LateBody.Reply reply) {
        if (!free.tryAcquire()) {
            reply.whole(AdapterRefusals.BUSY);
            return;
        }
        String id = RandomBytes.text(ID_BYTES);
        SseSession session = new SseSession(caller, request);
        try (Conversation conversation = converse.apply(caller, session);
                EventStream stream = reply.stream()) {
            sessions.put(id, new Open(session, conversation));
            if (stream.send(ServerEvent.named("endpoint", "/messages?" + ID_PARAMETER + id))) {
                session.pump(
                        stream, settings.keepAlive(), new StillKnown(authenticator, session::latest, caller, clock));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            sessions.remove(id);
            free.release();
        }
    }

    private HttpResponse message(HttpRequest request) {
        if (!"POST".equals(request.method())) {
            return POST_ONLY;
        }
        return identified(request, caller -> deliver(caller, request));
    }

    private HttpResponse deliver(Caller caller, HttpRequest request) {
        Open open = sessions.get(sessionId(request.query()));
        if (open == null || !open.session().belongsTo(caller)) {
            return UNKNOWN_SESSION;
        }
        if (!request.headers().sayJson()) {
            return NOT_JSON;
        }
        if (isModern(request.body())) {
            return MODERN;
        }
        open.session().letIn(request);
        open.conversation().receive(request.body(), caller, request.arrival());
        return HttpResponse.empty(202);
    }

    /** True for messages whose headers would have to agree with them. What cannot be read is answered on the stream. */
    private static boolean isModern(Bytes body) {
        try {
            return JsonReader.read(body.array()) instanceof JsonObject message
                    && Meta.namesRevision(message.object("params").orElse(JsonObject.EMPTY));
        } catch (JsonException unreadable) {
            return false;
        }
    }

    private HttpResponse identified(HttpRequest request, Function<Caller, HttpResponse> answer) {
        Authenticator.Outcome outcome = authenticator.authenticate(request);
        if (outcome instanceof Authenticator.Refused refused) {
            return AdapterRefusals.invalid(refused.status(), refused.message())
                    .with("www-authenticate", refused.challenge());
        }
        return answer.apply(((Authenticator.Identified) outcome).caller());
    }

    private static String sessionId(String query) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(ID_PARAMETER)) {
                return parameter.substring(ID_PARAMETER.length());
            }
        }
        return "";
    }
}
