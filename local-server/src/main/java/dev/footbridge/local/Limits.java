package dev.footbridge.local;

import java.time.Duration;

/**
 * How much of the server one connection may take.
 *
 * @param maxHeaderBytes request line and headers together; more is answered with 431
 * @param headerTime a new connection must have sent a whole header by then, however slowly it drips
 * @param idleTime a connection that is kept open must have sent its next header by then; also how long a client may
 *     leave bytes unread before it counts as gone
 * @param bodyTime the body must have arrived by then; otherwise 408
 * @param maxBodyBytes more is answered with 413
 * @param maxConnections another one takes the place of the one that has been silent for longest, or waits; further ones
 *     wait in the system's queue
 */
public record Limits(
        int maxHeaderBytes,
        Duration headerTime,
        Duration idleTime,
        Duration bodyTime,
        int maxBodyBytes,
        int maxConnections) {

    public static final Limits DEFAULTS =
            new Limits(8 << 10, Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(30), 1 << 20, 512);

    public Limits withMaxBodyBytes(int bytes) {
        return new Limits(maxHeaderBytes, headerTime, idleTime, bodyTime, bytes, maxConnections);
    }

    public Limits withMaxHeaderBytes(int bytes) {
        return new Limits(bytes, headerTime, idleTime, bodyTime, maxBodyBytes, maxConnections);
    }

    public Limits withMaxConnections(int connections) {
        return new Limits(maxHeaderBytes, headerTime, idleTime, bodyTime, maxBodyBytes, connections);
    }

    public Limits withTimes(Duration header, Duration idle, Duration body) {
        return new Limits(maxHeaderBytes, header, idle, body, maxBodyBytes, maxConnections);
    }
}
