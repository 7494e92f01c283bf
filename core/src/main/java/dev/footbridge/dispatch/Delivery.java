package dev.footbridge.dispatch;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.session.EventLog;
import dev.footbridge.state.StateStoreException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one call's messages: as one whole response if there is nothing but the answer, as a stream from the first
 * message on otherwise. Used by one thread.
 */
final class Delivery {

    /** How soon a client should come back that was sent away. */
    private static final Duration COME_BACK_AFTER = Duration.ofMillis(500);

    /** In characters. A larger message is not kept, unless its client was sent away and has nowhere else to get it. */
    private static final int LARGE = 256 * 1024;

    private final LateBody.Reply reply;
    private final StreamRules rules;
    private final Log log;
    private @Nullable EventStream stream;
    private int sent;
    private boolean marked;
    private boolean released;
    private boolean closed;

    Delivery(LateBody.Reply reply, StreamRules rules, Log log) {
        this.reply = reply;
        this.rules = rules;
        this.log = log;
    }

    /** Sends a message that is not the answer; false if the client is gone. */
    boolean send(Json message) {
        return write(message, false);
    }

    /** Shows a sign of life; false if the client is gone. */
    boolean keepAlive() {
        return !rules.live() || !rules.accept().stream() || released || open().keepAlive();
    }

    /** Sends the client away to come back for the rest, if it can and will find the stream again. */
    void release() {
        if (rules.resume().filter(StreamRules.Resume::primes).isPresent() && !released) {
            open();
            if (marked) {
                close();
                released = true;
            }
        }
    }

    /** A refusal keeps its status, whatever the client accepts, unless the stream is open already. */
    void finish(Answer answer) {
        if (stream == null && (rules.accept().json() || answer.status() != 200)) {
            reply.whole(answer.toHttp());
            return;
        }
        write(answer.message(), true);
        close();
    }

    /** Ends without an answer. */
    void abandon() {
        if (stream == null) {
            reply.whole(new HttpResponse(202, Headers.NONE, Bytes.EMPTY));
        }
        close();
    }

    /** Does nothing if it has ended before. */
    void close() {
        if (stream != null && !closed) {
            stream.close();
        }
        closed = true;
    }

    private boolean write(Json message, boolean last) {
        EventStream to = open();
        String data = JsonWriter.text(message);
        int number = ++sent;
        keep(events -> keep(events, number, data, last));
        return released || to.send(numbered(ServerEvent.of(data), number));
    }

    private void keep(EventLog events, int number, String data, boolean last) {
        if (released) {
            events.promised(number, data, last);
        } else if (data.length() > LARGE) {
            events.forgo(number, last);
        } else {
            events.append(number, data, last);
        }
    }

    private EventStream open() {
        if (stream == null) {
            stream = reply.stream();
            rules.resume().ifPresent(this::prime);
        }
        return stream;
    }

    private void prime(StreamRules.Resume resume) {
        keep(events -> marked = events.open());
        if (resume.primes() && stream != null) {
            stream.send(numbered(ServerEvent.of(""), 0).withRetry(COME_BACK_AFTER));
        }
    }

    /** A client that stays needs no log, so it loses nothing if the store cannot answer or finds an event too large. */
    private void keep(Consumer<EventLog> change) {
        try {
            rules.resume().map(StreamRules.Resume::log).ifPresent(change);
        } catch (StateStoreException lost) {
            log.error("-", "an event was not kept for resuming", lost);
        }
    }

    private ServerEvent numbered(ServerEvent event, int number) {
        return rules.resume()
                .map(resume -> event.withId(resume.eventId(number)))
                .orElse(event);
    }
}
