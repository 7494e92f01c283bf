package dev.footbridge.verification.attack;

import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.functions.FunctionsHost;
import dev.footbridge.testkit.functions.Platform;
import dev.footbridge.verification.fixture.OpenFunction;
import dev.footbridge.verification.transcript.Received;
import dev.footbridge.verification.transcript.Sent;
import java.io.IOException;

/** Asks the server as a function of Azure, by what its front end, its host and its worker make of a request. */
final class ByTrigger implements AutoCloseable {

    private final FunctionsHost host;

    ByTrigger(Attacked attacked) throws IOException {
        OpenFunction function = new OpenFunction(attacked.server.http(), attacked.clock, attacked.log);
        this.host = FunctionsHost.start(0, function, "mcp", Platform.PLAIN);
    }

    Reply send(HttpPeer.Request request) {
        return Reply.of(Received.from(host.answer(Sent.of(request).toFunctions())));
    }

    @Override
    public void close() throws IOException {
        host.close();
    }
}
