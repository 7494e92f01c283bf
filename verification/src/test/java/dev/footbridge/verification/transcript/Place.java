package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.TestClock;
import java.io.IOException;

/** Where a server runs, and answers whole. Thread-safe. */
interface Place extends AutoCloseable {

    /** Puts a server there. The server stays the caller's to close. */
    @FunctionalInterface
    interface Opener {
        Place open(McpServer server, TestClock clock) throws IOException;
    }

    /** With a body of bytes. */
    HttpResponse answer(HttpPeer.Request request);

    @Override
    void close() throws IOException;
}
