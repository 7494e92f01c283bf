package dev.footbridge.http;

/**
 * An open {@code text/event-stream} response (WHATWG HTML §9.2). Each call writes one event and flushes it.
 *
 * <p>Not thread-safe: one thread writes. No method throws when the client has gone; they answer false.
 */
public interface EventStream extends AutoCloseable {

    /** What every such response has: nothing on the way may keep it, or hold its events back. */
    Headers HEADERS = Headers.of("content-type", "text/event-stream")
            .with("cache-control", "no-store")
            .with("x-accel-buffering", "no");

    /** Sends one event; false if the client is known to be gone, and then nothing more will be sent. */
    boolean send(ServerEvent event);

    /** Sends a comment line that clients ignore, to keep the connection and to notice a client that has gone. */
    boolean keepAlive();

    /** Ends the response. The thread may go on working; later sends answer false. */
    @Override
    void close();
}
