package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Azure Functions on a loopback port: the front end of App Service, the host, and the worker for Java. A request is
 * routed by {@code host.json} and {@code function.json}, read whole, handed to the function, and answered whole; calls
 * run beside each other without bound. Environment variables are those of this JVM.
 *
 * <p>Paths below {@code admin} and {@code runtime} are the host's own. A method that no function takes is answered with
 * 404, and whatever a function throws with 500 and nothing more.
 */
public final class FunctionsHost implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Invoker invoker;

    private FunctionsHost(HttpServer server, Invoker invoker) {
        this.server = server;
        this.invoker = invoker;
    }

    /**
     * Loads every function of a folder and serves them.
     *
     * @param port 0 for any
     * @throws IllegalStateException if a function cannot be loaded
     */
    public static FunctionsHost start(int port, StagedFolder staged, Platform platform) throws IOException {
        return start(port, new Invoker(LoadedFunction.load(staged), staged.routePrefix(), platform));
    }

    /**
     * Serves one function that exists already, at every path and with every method.
     *
     * @param method the name of the one to call, which has a parameter with {@code @HttpTrigger(name = "req", …)}
     */
    public static FunctionsHost start(int port, Object function, String method, Platform platform) throws IOException {
        String entryPoint = function.getClass().getName() + "." + method;
        StagedFunction described =
                new StagedFunction(method, "", entryPoint, "req", "{*path}", HostRequest.METHODS, true);
        return start(port, new Invoker(List.of(LoadedFunction.of(function, described)), "", platform));
    }

    private static FunctionsHost start(int port, Invoker invoker) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        FunctionsHost host = new FunctionsHost(server, invoker);
        server.setExecutor(host.threads);
        server.createContext("/", host::handle);
        server.start();
        return host;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers without the socket, for requests that no HTTP server would let through. Safe from any thread. */
    public Answer answer(HostRequest asked) {
        return asked.body().length() > invoker.bodyLimit() ? Answer.empty(413) : invoker.answer(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(invoker.bodyLimit() + 1);
            Answer answer = body.length > invoker.bodyLimit()
                    ? Answer.empty(413)
                    : invoker.answer(HostRequest.of(exchange, Bytes.of(body)));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean bare =
                    exchange.getRequestMethod().equals("HEAD") || answer.body().length() == 0;
            exchange.sendResponseHeaders(
                    answer.status(), bare ? -1 : answer.body().length());
            if (!bare) {
                exchange.getResponseBody().write(answer.body().array());
            }
        }
    }

    /** Stops serving, and lets go of the classes. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        invoker.close();
    }
}
