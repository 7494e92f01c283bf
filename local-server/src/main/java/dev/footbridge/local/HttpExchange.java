package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.log.Log;
import java.util.function.Consumer;

/**
 * One request and its response, answered on the thread of its connection. When the response is complete while a call
 * may still keep that thread, another one takes the connection over. Made, and answered, by one thread.
 */
final class HttpExchange implements SocketReply.Ending {

    private final Log log;
    private final OpenExchanges open;
    private final boolean endless;
    private final Consumer<Boolean> takeOver;
    private final Thread thread = Thread.currentThread();
    private volatile After after = After.CLOSE;

    /** What the thread that made the exchange does behind it. */
    enum After {
        /** The next request of the connection. */
        NEXT,
        /** It ends the connection. */
        CLOSE,
        /** Nothing: the connection is another thread's. */
        TAKEN_OVER
    }

    /**
     * Begins one.
     *
     * @param endless true if the response ends only when somebody ends it
     * @param takeOver goes on without the thread that made this; is told whether the connection can carry another one
     */
    HttpExchange(Log log, OpenExchanges open, boolean endless, Consumer<Boolean> takeOver) {
        this.log = log;
        this.open = open;
        this.endless = endless;
        this.takeOver = takeOver;
        open.begin(endless);
    }

    /** Throws nothing. */
    void answer(HttpHandler route, HttpRequest request, SocketReply reply) {
        String id = request.arrival().requestId();
        HttpResponse response = handled(route, request);
        try {
            if (response.body() instanceof LateBody late) {
                late.answer(reply.hold(response.headers()));
            } else {
                reply.whole(response);
            }
            if (!reply.begun()) {
                log.error(id, "a late answer never came", null);
                reply.whole(AdapterRefusals.internal());
            }
        } catch (RuntimeException | Error bug) {
            log.error(id, "a late answer threw", bug);
            if (!reply.begun()) {
                reply.whole(AdapterRefusals.internal());
            }
        }
    }

    /** Known when the response is complete. */
    After after() {
        return after;
    }

    private HttpResponse handled(HttpHandler route, HttpRequest request) {
        try {
            return route.handle(request);
        } catch (RuntimeException | Error bug) {
            log.error(request.arrival().requestId(), "a handler threw", bug);
            return AdapterRefusals.internal();
        }
    }

    @Override
    public void ended(boolean reusable, boolean streamed) {
        open.end(endless);
        if (streamed || !Thread.currentThread().equals(thread)) {
            after = After.TAKEN_OVER;
            takeOver.accept(reusable);
        } else {
            after = reusable ? After.NEXT : After.CLOSE;
        }
    }
}
