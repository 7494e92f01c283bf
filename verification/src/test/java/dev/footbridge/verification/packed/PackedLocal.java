package dev.footbridge.verification.packed;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.SocketPeer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local bundle, started as {@code ./footbridge serve} starts it. */
final class PackedLocal implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("http://[\\w.]+:(\\d+)/mcp");

    private final Environment process;
    private final SocketPeer peer;

    private PackedLocal(Environment process, SocketPeer peer) {
        this.process = process;
        this.peer = peer;
    }

    static PackedLocal start() throws Exception {
        List<String> command =
                List.of(Environment.java(), "-cp", "lib/*", "dev.footbridge.dist.local.Main", "serve", "--port", "0");
        Environment process = Environment.start(Packages.LOCAL, command, Map.of());
        return new PackedLocal(process, new SocketPeer(port(process)));
    }

    private static int port(Environment process) throws InterruptedException {
        for (int i = 0; i < 300 && process.alive(); i++) {
            Matcher url = URL.matcher(process.log());
            if (url.find()) {
                return Integer.parseInt(url.group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it does not listen:\n" + process.log());
    }

    HttpResponse answer(HttpPeer.Request request) {
        return peer.whole(request);
    }

    @Override
    public void close() throws IOException {
        peer.close();
        process.close();
    }
}
