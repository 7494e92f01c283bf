package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.testkit.functions.FunctionsHost;
import dev.footbridge.testkit.functions.Platform;
import dev.footbridge.verification.fixture.OpenFunction;
import java.io.IOException;

/** A function of Azure behind its host. */
final class FunctionsPlace implements Place {

    private final FunctionsHost host;

    FunctionsPlace(McpServer server, TestClock clock) throws IOException {
        OpenFunction function = new OpenFunction(server.http(), clock, Log.none());
        this.host = FunctionsHost.start(0, function, "mcp", Platform.PLAIN);
    }

    @Override
    public HttpResponse answer(HttpPeer.Request request) {
        return Received.from(host.answer(Sent.of(request).toFunctions()));
    }

    @Override
    public void close() throws IOException {
        host.close();
    }
}
