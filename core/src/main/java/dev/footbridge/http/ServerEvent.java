package dev.footbridge.http;

import java.time.Duration;
import java.util.Optional;

/**
 * One server-sent event.
 *
 * @param id the event id a client may resume after
 * @param name the event type; empty means {@code message}
 * @param data one line of text; empty only for an event that primes a client with an id
 * @param retry how long the client should wait before it connects again
 */
public record ServerEvent(Optional<String> id, Optional<String> name, String data, Optional<Duration> retry) {

    public static ServerEvent of(String data) {
        return new ServerEvent(Optional.empty(), Optional.empty(), data, Optional.empty());
    }

    public static ServerEvent named(String name, String data) {
        return new ServerEvent(Optional.empty(), Optional.of(name), data, Optional.empty());
    }

    public ServerEvent withId(String eventId) {
        return new ServerEvent(Optional.of(eventId), name, data, retry);
    }

    public ServerEvent withRetry(Duration wait) {
        return new ServerEvent(id, name, data, Optional.of(wait));
    }

    /** The event in the format of the stream, blank line included. */
    public String wireText() {
        StringBuilder text = new StringBuilder(data.length() + 32);
        id.ifPresent(value -> text.append("id: ").append(value).append('\n'));
        name.ifPresent(value -> text.append("event: ").append(value).append('\n'));
        retry.ifPresent(value -> text.append("retry: ").append(value.toMillis()).append('\n'));
        return text.append("data: ").append(data).append("\n\n").toString();
    }
}
