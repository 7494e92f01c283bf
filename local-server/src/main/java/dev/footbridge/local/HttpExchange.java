package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.log.Log;

/**
 * One request and its response, answered on the thread of its connection. When the response is complete while a call
 * may still keep that thread, another one takes the connection over. Made, and answered, by one thread.
 */
final class HttpExchange implements SocketReply.Ending {

    /** The connection's side of it. */
    interface Owner {
        /** Goes on without the thread that made the exchange, or ends. */
        void takeOver(boolean reusable);
    }

    private final Log log;
    private final OpenExchanges open;
    private final boolean endless;
    private final Owner owner;
    private final Thread thread = Thread.currentThread();
    private volatile boolean takenOver;
    private boolean reusable;

    /** @param endless true if the response ends only when somebody ends it */
    HttpExchange(Log log, OpenExchanges open, boolean endless, Owner owner) {
        this.log = log;
        this.open = open;
        this.endless = endless;
        this.owner = owner;
        open.begin(endless);
    }

    void answer(HttpHandler route, HttpRequest request, SocketReply reply) {
        String id = request.arrival().requestId();
        HttpResponse response = handled(route, request);
        try {
            if (response.body() instanceof LateBody late) {
                late.answer(reply.with(response.headers()));
            } else {
                reply.whole(response);
            }
            if (!reply.begun()) {
                log.error(id, "a late answer never came", null);
                reply.whole(AdapterRefusals.internal());
            }
        } catch (RuntimeException bug) {
            log.error(id, "a late answer threw", bug);
            if (!reply.begun()) {
                reply.whole(AdapterRefusals.internal());
            }
        } finally {
            reply.finish(false);
        }
    }

    private HttpResponse handled(HttpHandler route, HttpRequest request) {
        try {
            return route.handle(request);
        } catch (RuntimeException bug) {
            log.error(request.arrival().requestId(), "a handler threw", bug);
            return AdapterRefusals.internal();
        }
    }

    @Override
    public void ended(boolean sound, boolean streamed) {
        open.end(endless);
        reusable = sound;
        if (streamed || !Thread.currentThread().equals(thread)) {
            takenOver = true;
            owner.takeOver(sound);
        }
    }

    /** There will be no response. */
    void drop() {
        open.end(endless);
    }

    /** Whether another thread has the connection now. */
    boolean takenOver() {
        return takenOver;
    }

    /** Whether the connection can carry another exchange, if nobody has taken it over. */
    boolean reusable() {
        return reusable;
    }
}
