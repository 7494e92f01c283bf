package dev.footbridge.testkit;

import java.time.Duration;
import java.util.Optional;

/** A way to exchange lines with a server under test. */
public interface LinePeer extends AutoCloseable {

    void send(String line);

    /** The next line of the server, or empty if none comes in time. */
    Optional<String> next(Duration patience);

    @Override
    void close();
}
