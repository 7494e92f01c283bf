package dev.footbridge.function;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.log.Log;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a late answer, for platforms that take an answer only when it is whole. Events come together in it. Used
 * for one answer; not thread-safe.
 */
public final class WholeAnswer implements LateBody.Reply {

    private final Headers held;
    private @Nullable HttpResponse answer;
    private @Nullable EventStream opened;

    private WholeAnswer(Headers held) {
        this.held = held;
    }

    /** The response with its body; an internal error, which is logged, if the body never came. */
    public static HttpResponse of(HttpResponse response, String requestId, Log log) {
        if (!(response.body() instanceof LateBody late)) {
            return response;
        }
        WholeAnswer reply = new WholeAnswer(response.headers());
        late.answer(reply);
        if (reply.opened != null) {
            reply.opened.close();
        }
        HttpResponse whole = reply.answer;
        return whole == null ? FunctionRefusals.withoutAnswer(requestId, log) : whole;
    }

    @Override
    public void whole(HttpResponse response) {
        begin();
        answer = new HttpResponse(response.status(), held.with(response.headers()), response.body());
    }

    @Override
    public EventStream stream() {
        begin();
        EventStream stream = new HeldEventStream(
                events -> answer = new HttpResponse(200, held.with(EventStream.HEADERS), Bytes.utf8(events)));
        opened = stream;
        return stream;
    }

    private void begin() {
        if (answer != null || opened != null) {
            throw new IllegalStateException("answered twice");
        }
    }
}
