package dev.footbridge.dispatch;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one call's messages: as one whole response if there is nothing but the answer, as a stream from the first
 * message on otherwise. Used by one thread.
 */
final class Delivery {

    /** How soon a client should come back that was sent away. */
    private static final Duration COME_BACK_AFTER = Duration.ofMillis(500);

    private final LateBody.Reply reply;
    private final StreamRules rules;
    private @Nullable EventStream stream;
    private int sent;
    private boolean released;

    Delivery(LateBody.Reply reply, StreamRules rules) {
        this.reply = reply;
        this.rules = rules;
    }

    /** Sends a message that is not the answer; false if the client is gone. */
    boolean send(Json message) {
        return write(message, false);
    }

    /** Shows a sign of life; false if the client is gone. */
    boolean keepAlive() {
        return !rules.accept().stream() || released || open().keepAlive();
    }

    /** Sends the client away to come back for the rest, if it can. */
    void release() {
        if (rules.resume().filter(StreamRules.Resume::primes).isPresent() && !released) {
            open().close();
            released = true;
        }
    }

    void finish(Json message, int status) {
        boolean streamed = stream != null || !rules.accept().json();
        if (!streamed) {
            reply.whole(HttpResponse.json(status, JsonWriter.bytes(message)));
            return;
        }
        write(message, true);
        close();
    }

    /** Ends without an answer. */
    void abandon() {
        if (stream == null) {
            reply.whole(new HttpResponse(202, Headers.NONE, Bytes.EMPTY));
        }
        close();
    }

    private void close() {
        if (stream != null) {
            stream.close();
        }
    }

    private boolean write(Json message, boolean last) {
        EventStream to = open();
        String data = JsonWriter.text(message);
        int number = ++sent;
        rules.resume().ifPresent(resume -> resume.log().append(number, data, last));
        return released || to.send(numbered(ServerEvent.of(data), number));
    }

    private EventStream open() {
        if (stream == null) {
            stream = reply.stream();
            rules.resume().ifPresent(this::prime);
        }
        return stream;
    }

    private void prime(StreamRules.Resume resume) {
        resume.log().open();
        if (resume.primes() && stream != null) {
            stream.send(numbered(ServerEvent.of(""), 0).withRetry(COME_BACK_AFTER));
        }
    }

    private ServerEvent numbered(ServerEvent event, int number) {
        return rules.resume()
                .map(resume -> event.withId(resume.eventId(number)))
                .orElse(event);
    }
}
