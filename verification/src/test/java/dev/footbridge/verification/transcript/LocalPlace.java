package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.log.Log;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.SocketPeer;
import java.io.IOException;
import java.util.Map;

/** The local server on a socket, told that it holds answers back until they are whole. */
final class LocalPlace implements Place {

    private final LocalServer local;
    private final SocketPeer peer;

    LocalPlace(McpServer server) throws IOException {
        HttpHandler endpoint = request -> server.http().handle(held(request));
        local = new LocalServer(LocalSettings.loopback(0, Map.of("/mcp", endpoint)), Log.none());
        local.start();
        peer = new SocketPeer(local.port());
    }

    private static HttpRequest held(HttpRequest request) {
        Arrival arrival = request.arrival();
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                request.body(),
                new Arrival(
                        arrival.requestId(),
                        arrival.remoteAddress(),
                        arrival.deadline(),
                        false,
                        arrival.certificate(),
                        arrival.identity()));
    }

    @Override
    public HttpResponse answer(HttpPeer.Request request) {
        return peer.whole(request);
    }

    @Override
    public void close() {
        peer.close();
        local.close();
    }
}
