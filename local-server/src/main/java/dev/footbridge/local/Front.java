package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes every request from Jetty's selector thread and hands it to a thread that may wait. */
final class Front extends Handler.Abstract.NonBlocking {

    private static final HttpResponse HEALTHY = HttpResponse.json(
                    200, "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII))
            .with("cache-control", "no-store");
    private static final HttpResponse READ_ONLY =
            AdapterRefusals.invalid(405, "Only GET is served at this path.").with("allow", "GET, HEAD");

    /** Far more than clients send; many small ones cost more than their bytes. */
    private static final int MAX_HEADERS = 64;

    private final HttpExchange.Context context;
    private final Map<String, HttpHandler> routes;
    private final CallThreads threads;
    private final HeaderDeadline headers;
    private final OpenExchanges open = new OpenExchanges();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean stopping;

    Front(HttpExchange.Context context, CallThreads threads, HeaderDeadline headers) {
        this.context = context;
        this.threads = threads;
        this.headers = headers;
        this.routes = new HashMap<>(context.settings().routes());
        routes.put("/healthz", Front::health);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Connection connection = request.getConnectionMetaData().getConnection();
        headers.requestBegan(connection);
        boolean endless = neverEndsByItself(request);
        open.begin(endless);
        Request.addCompletionListener(request, failure -> {
            open.end(endless);
            headers.requestEnded(connection);
        });
        // A handler may be silent for longer than a connection may be idle.
        request.addIdleTimeoutListener(timeout -> false);
        if (stopping) {
            response.getHeaders().put("connection", "close");
        }
        HttpExchange.Wire wire = new HttpExchange.Wire(request, response, callback);
        try {
            threads.begin(new HttpExchange(context, route(request), wire, "r" + count.incrementAndGet()));
        } catch (RejectedExecutionException stopped) {
            callback.failed(stopped);
        }
        return true;
    }

    OpenExchanges open() {
        return open;
    }

    /** From now on new requests are refused, and connections close after their answer. */
    void refuseMore() {
        stopping = true;
    }

    private HttpHandler route(Request request) {
        if (stopping) {
            return unused -> AdapterRefusals.STOPPING;
        }
        if (request.getHeaders().size() > MAX_HEADERS) {
            return unused -> AdapterRefusals.unreadable(431);
        }
        return routes.getOrDefault(HttpCodec.path(request), context.settings().otherwise());
    }

    private static HttpResponse health(HttpRequest request) {
        return "GET".equals(request.method()) || "HEAD".equals(request.method()) ? HEALTHY : READ_ONLY;
    }

    /** Stopping waits for calls, but not for clients that only listen. */
    private static boolean neverEndsByItself(Request request) {
        HttpFields fields = request.getHeaders();
        return "GET".equals(request.getMethod()) || "subscriptions/listen".equals(fields.get("mcp-method"));
    }
}
