package dev.footbridge.function;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a late answer, for platforms that take an answer only when it is whole. Events come together in it. Used
 * for one answer; not thread-safe.
 */
public final class WholeAnswer implements LateBody.Reply {

    /** The headers of every stream of events. */
    private static final Headers EVENTS = Headers.of("content-type", "text/event-stream")
            .with("cache-control", "no-store")
            .with("x-accel-buffering", "no");

    private final Headers held;
    private @Nullable HttpResponse answer;
    private @Nullable EventStream opened;

    private WholeAnswer(Headers held) {
        this.held = held;
    }

    /** The response with its body; an internal error if the body never came. */
    public static HttpResponse of(HttpResponse response, HttpRequest request) {
        if (!(response.body() instanceof LateBody late)) {
            return response;
        }
        WholeAnswer reply = new WholeAnswer(response.headers());
        late.answer(reply);
        if (reply.opened != null) {
            reply.opened.close();
        }
        HttpResponse whole = reply.answer;
        return whole == null ? FunctionRefusals.internal(request.arrival().requestId()) : whole;
    }

    @Override
    public void whole(HttpResponse response) {
        begin();
        answer = new HttpResponse(response.status(), held.with(response.headers()), response.body());
    }

    @Override
    public EventStream stream() {
        begin();
        EventStream stream =
                new HeldEventStream(events -> answer = new HttpResponse(200, held.with(EVENTS), Bytes.utf8(events)));
        opened = stream;
        return stream;
    }

    private void begin() {
        if (answer != null || opened != null) {
            throw new IllegalStateException("answered twice");
        }
    }
}
