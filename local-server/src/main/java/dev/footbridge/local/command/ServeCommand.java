package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.local.Limits;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.local.SseTransport;
import dev.footbridge.security.Authenticator;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@code serve}: the offer over HTTP, until it is stopped. */
final class ServeCommand {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private ServeCommand() {}

    /** A server that is up. {@link #close} stops it gracefully. */
    record Running(LocalServer http, McpServer mcp, SseTransport sse) implements AutoCloseable {

        /** Where clients on this machine find the endpoint. */
        String url(ServeOptions options) {
            String host = switch (options.host()) {
                case "0.0.0.0" -> "127.0.0.1";
                case "::" -> "[::1]";
                default -> options.host().contains(":") ? "[" + options.host() + "]" : options.host();
            };
            return "http://" + host + ":" + http.port() + options.config().path();
        }

        @Override
        public void close() {
            http.stop(GRACE, () -> {
                sse.close();
                mcp.close();
            });
        }
    }

    static Running start(ServeOptions options, Assembly assembly) throws CommandFailure {
        Authenticator authenticator = Assembly.authenticator(options.token());
        McpServer mcp = assembly.server(options.config(), authenticator);
        SseTransport sse = new SseTransport(
                mcp::converse,
                authenticator,
                new SseTransport.Settings(
                        SseTransport.Settings.DEFAULTS.maxSessions(),
                        options.config().keepAlive()));
        Map<String, HttpHandler> routes = new HashMap<>();
        routes.put(options.config().path(), mcp.http());
        if (options.sse()) {
            sse.routes()
                    .forEach((path, handler) -> routes.put(path, options.guard().around(handler)));
        }
        Limits limits = Limits.DEFAULTS.withMaxBodyBytes(options.config().maxBodyBytes());
        LocalServer http =
                new LocalServer(new LocalSettings(options.host(), options.port(), routes, limits), assembly.log());
        bind(http, options);
        assembly.offer().watch(mcp.catalog(), assembly.log());
        return new Running(http, mcp, sse);
    }

    private static void bind(LocalServer http, ServeOptions options) throws CommandFailure {
        try {
            http.start();
        } catch (IOException failure) {
            http.close();
            if (hasCause(failure, BindException.class)) {
                throw CommandFailure.start("port " + options.port() + " on " + options.host()
                        + " is in use or not allowed; choose another with --port, or 0 for any free one");
            }
            throw CommandFailure.start("cannot listen on " + options.host() + " port " + options.port());
        }
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
