package dev.footbridge.verification.fuzz;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole answer, and the events of a stream until it first has nothing to say: then the client is gone.
 *
 * @param texts the body, or the data of each event
 */
record Caught(int status, Headers headers, List<String> texts) {

    static Caught of(HttpHandler handler, HttpRequest request) {
        HttpResponse response = handler.handle(request);
        if (response.body() instanceof LateBody late) {
            Ear ear = new Ear(response);
            late.answer(ear);
            return ear.heard();
        }
        return whole(response, response.headers());
    }

    private static Caught whole(HttpResponse response, Headers headers) {
        return new Caught(response.status(), headers, List.of(((Bytes) response.body()).asUtf8()));
    }

    /** Used by one thread: in these targets calls run on the thread of their client. */
    private static final class Ear implements LateBody.Reply, EventStream {
        private final HttpResponse held;
        private final List<String> events = new ArrayList<>();
        private Caught heard;

        private Ear(HttpResponse held) {
            this.held = held;
            this.heard = new Caught(0, held.headers(), events);
        }

        private Caught heard() {
            return heard;
        }

        @Override
        public void whole(HttpResponse response) {
            heard = Caught.whole(response, held.headers().with(response.headers()));
        }

        @Override
        public EventStream stream() {
            heard = new Caught(200, held.headers().with("content-type", "text/event-stream"), events);
            return this;
        }

        @Override
        public boolean send(ServerEvent event) {
            events.add(event.data());
            return true;
        }

        @Override
        public boolean keepAlive() {
            return false;
        }

        @Override
        public void close() {}
    }
}
