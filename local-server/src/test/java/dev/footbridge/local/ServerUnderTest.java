package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on loopback for one test, with one handler at {@code /mcp}. */
final class ServerUnderTest implements AfterEachCallback {

    private @Nullable LocalServer server;

    /** The port it listens on. */
    int serve(HttpHandler handler) throws IOException {
        return serve(Limits.DEFAULTS, handler);
    }

    int serve(Limits limits, HttpHandler handler) throws IOException {
        LocalServer begun = new LocalServer(
                LocalSettings.loopback(0, Map.of("/mcp", handler)).withLimits(limits), Log.none());
        server = begun;
        begun.start();
        return begun.port();
    }

    /** Stops it gracefully. */
    void stop(Duration grace, Runnable endStreams) {
        Objects.requireNonNull(server).stop(grace, endStreams);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
    }
}
