package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Azure Functions on a loopback port with a custom handler: the front end of App Service, and the host, which starts
 * what {@code host.json} names, pings it until it answers, and forwards every request to it. Answers stream.
 */
public final class CustomHandlerHost implements AutoCloseable {

    private static final int BAD_GATEWAY = 502;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HandlerProcess process;
    private final Forwarder forwarder;
    private final FrontEnd frontEnd;
    private final boolean anonymous;

    private CustomHandlerHost(HttpServer server, HandlerProcess process, Platform platform, boolean anonymous) {
        this.server = server;
        this.process = process;
        this.forwarder = new Forwarder(process.port());
        this.frontEnd = new FrontEnd(platform);
        this.anonymous = anonymous;
    }

    /**
     * Starts the handler of a folder and serves it.
     *
     * @param port 0 for any
     * @param settings further variables of its environment: the app settings
     * @throws IllegalArgumentException if the host would not run it
     * @throws IOException if it ends, or does not answer
     */
    public static CustomHandlerHost start(
            int port, StagedFolder staged, Platform platform, Map<String, String> settings) throws IOException {
        CustomHandler handler = CustomHandler.read(staged, System.getenv());
        HandlerProcess process = HandlerProcess.start(handler, settings);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            CustomHandlerHost host = new CustomHandlerHost(server, process, platform, handler.anonymous());
            server.setExecutor(host.threads);
            server.createContext("/", host::handle);
            server.start();
            return host;
        } catch (IOException portTaken) {
            process.close();
            throw portTaken;
        }
    }

    /** Whether what is deployed in the folder is a custom handler. */
    public static boolean isFor(StagedFolder staged) {
        return CustomHandler.isIn(staged);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HostRequest asked = HostRequest.of(exchange, Bytes.EMPTY);
            if (!HostRequest.METHODS.contains(asked.method()) || Invoker.isReserved(asked.path())) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!anonymous) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                forward(exchange, asked);
            }
        }
    }

    private void forward(HttpExchange exchange, HostRequest asked) throws IOException {
        try {
            forwarder.forward(exchange, frontEnd.passed(asked));
        } catch (SecurityException nobody) {
            exchange.getResponseHeaders().set("www-authenticate", "Bearer");
            exchange.sendResponseHeaders(401, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            if (exchange.getResponseCode() < 0) {
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            }
        }
    }

    /** Stops serving, and ends the handler. */
    @Override
    public void close() {
        server.stop(0);
        process.close();
        threads.shutdownNow();
    }
}
