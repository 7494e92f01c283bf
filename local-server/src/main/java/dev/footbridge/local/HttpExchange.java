package dev.footbridge.local;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.log.Log;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request from its first header to the end of its response, on a thread of its own. */
final class HttpExchange implements Runnable {

    /** What every exchange of a server shares. */
    record Context(LocalSettings settings, Log log) {}

    /** Jetty's side of one exchange. */
    record Wire(Request request, Response response, Callback done) {}

    private final Context context;
    private final HttpHandler route;
    private final Wire wire;
    private final String requestId;

    HttpExchange(Context context, HttpHandler route, Wire wire, String requestId) {
        this.context = context;
        this.route = route;
        this.wire = wire;
        this.requestId = requestId;
    }

    @Override
    public void run() {
        try {
            BodyReader reader =
                    new BodyReader(wire.request(), context.settings().limits());
            try {
                answer(HttpCodec.request(wire.request(), reader.read(), requestId));
            } catch (BodyReader.Refused refused) {
                refuse(reader, refused.answer());
            }
        } catch (InterruptedException stopped) {
            wire.done().failed(stopped);
        } catch (RuntimeException | Error bug) {
            context.log().error(requestId, "the HTTP adapter failed", bug);
            wire.done().failed(bug);
        }
    }

    private void answer(HttpRequest request) {
        HttpResponse response = handle(request);
        JettyReply reply = new JettyReply(
                wire.response(), wire.done(), response.body() instanceof LateBody ? response.headers() : Headers.NONE);
        if (response.body() instanceof LateBody late) {
            work(late, reply);
            return;
        }
        reply.whole(response);
    }

    private HttpResponse handle(HttpRequest request) {
        try {
            return route.handle(request);
        } catch (RuntimeException bug) {
            context.log().error(requestId, "a handler threw", bug);
            return AdapterRefusals.internal();
        }
    }

    private void work(LateBody late, JettyReply reply) {
        try {
            late.answer(reply);
            if (!reply.begun()) {
                context.log().error(requestId, "a late answer never came", null);
                reply.whole(AdapterRefusals.internal());
            }
        } catch (RuntimeException bug) {
            context.log().error(requestId, "a late answer threw", bug);
            if (!reply.begun()) {
                reply.whole(AdapterRefusals.internal());
            }
        } finally {
            reply.finish(false);
        }
    }

    private void refuse(BodyReader reader, HttpResponse refusal) throws InterruptedException {
        JettyReply reply = new JettyReply(wire.response(), wire.done(), Headers.of("connection", "close"));
        boolean sent = reply.sendAhead(refusal);
        if (sent && refusal.status() != AdapterRefusals.TIMED_OUT.status()) {
            reader.discard();
        }
        reply.finish(sent);
    }
}
