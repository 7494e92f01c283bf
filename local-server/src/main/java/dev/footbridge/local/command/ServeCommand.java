package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.local.Limits;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.local.SseTransport;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.security.Authenticator;
import dev.footbridge.settings.AccessTokens;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code serve}: the offer over HTTP, until it is stopped. */
final class ServeCommand {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private ServeCommand() {}

    /** A server that is up. {@link #close} stops it gracefully. */
    record Running(LocalServer http, McpServer mcp, SseTransport sse) implements AutoCloseable {

        /** Stops gracefully on the signals that end a process. */
        Thread stopOnSignal(Offer offer) {
            Thread farewell = new Thread(() -> {
                close();
                offer.close();
                // A stop that was asked for and went well is no failure, whatever signal asked for it.
                Runtime.getRuntime().halt(ExitCode.OK.number());
            });
            Runtime.getRuntime().addShutdownHook(farewell);
            return farewell;
        }

        /** Where clients on this machine find the endpoint. */
        String url(ServeOptions options) {
            return ServeOptions.url(
                    options.credentials().tls().scheme(),
                    options.host(),
                    http.port(),
                    options.config().path());
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
        options.rulebook().open();
        if (options.lock().isPresent()) {
            String digest = options.lock().get().check(assembly.offer().features());
            assembly.log().info("what is offered has the digest sha256 " + digest);
        }
        Authenticator authenticator = options.credentials().authenticator(assembly.log());
        McpServer mcp = assembly.server(options.config(), authenticator, options.rulebook());
        SseTransport sse = new SseTransport(
                mcp::converse,
                authenticator,
                new SseTransport.Settings(
                        SseTransport.Settings.DEFAULTS.maxSessions(),
                        options.config().keepAlive()));
        Map<String, HttpHandler> routes = new HashMap<>();
        HttpFilter notice = new RefusalNotice(options.guard(), assembly.log(), InstantSource.system());
        Optional<AccessTokens> tokens = options.credentials().oauth();
        HttpFilter around = tokens.map(AccessTokens::filter).map(notice::then).orElse(notice);
        routes.put(options.config().path(), around.around(mcp.http()));
        tokens.ifPresent(oauth -> publish(oauth.metadata(), notice, routes));
        if (options.sse()) {
            sse.routes().forEach((path, handler) -> routes.put(path, around.around(mcp.guarded(handler))));
        }
        Limits limits = Limits.DEFAULTS.withMaxBodyBytes(options.config().maxBodyBytes());
        LocalServer http = new LocalServer(
                new LocalSettings(
                        options.host(),
                        options.port(),
                        routes,
                        limits,
                        options.credentials().tls().settings()),
                assembly.log());
        bind(http, options);
        assembly.offer().watch(mcp.catalog(), assembly.log());
        return new Running(http, mcp, sse);
    }

    private static void publish(
            ProtectedResourceMetadata metadata, HttpFilter notice, Map<String, HttpHandler> routes) {
        metadata.paths().forEach(path -> routes.put(path, notice.around(metadata)));
    }

    private static void bind(LocalServer http, ServeOptions options) throws CommandFailure {
        try {
            http.start();
        } catch (IOException failure) {
            http.close();
            throw CommandFailure.start(why(failure, options));
        }
    }

    /** The JVM tells the reasons of a failed bind apart only by their text, and that text may be in any language. */
    private static String why(IOException failure, ServeOptions options) {
        String port = "port " + options.port() + " on " + options.host();
        if (!(failure instanceof BindException)) {
            return "cannot listen on " + port;
        }
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("permission denied")) {
            return port + " is not allowed for this user; choose one from 1024 on with --port, or 0 for any free one";
        }
        if (reason.contains("cannot assign") || reason.contains("can't assign")) {
            return "--host " + options.host() + " is not an address of this machine";
        }
        return port + (reason.contains("in use") ? " is in use" : " is in use or not allowed")
                + "; choose another with --port, or 0 for any free one";
    }
}
