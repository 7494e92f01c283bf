package dev.footbridge.local;

import dev.footbridge.log.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP/1.1 server (RFC 9112) for a handful of routes, over TLS if it is told to. Thread-safe; started once and
 * stopped once.
 *
 * <p>Whether it may listen beyond loopback is the caller's decision: {@code serve} does so only with authentication.
 */
public final class LocalServer implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final ExecutorService pool = Threads.perTask();
    private final Server jetty;
    private final ServerConnector connector;
    private final Front front;

    public LocalServer(LocalSettings settings, Log log) {
        QueuedThreadPool selectors = new QueuedThreadPool(8, 2);
        selectors.setName("http");
        selectors.setReservedThreads(0);
        selectors.setDaemon(true);
        jetty = new Server(selectors);
        CallThreads threads = new CallThreads(Threads.virtualPerTask().orElse(pool), selectors);
        // With a thread that accepts, closing the socket takes effect at once and not at the selector's next turn.
        connector = new ServerConnector(jetty, threads, null, null, 1, 1, protocols(settings, log));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idleTime().toMillis());
        connector.setReuseAddress(true);
        jetty.addConnector(connector);
        HeaderDeadline headers = new HeaderDeadline(connector.getScheduler(), settings.limits());
        connector.addBean(headers);
        front = new Front(new HttpExchange.Context(settings, log), threads, headers);
        jetty.setHandler(front);
        jetty.setErrorHandler(new JsonErrors());
        jetty.addBean(new NetworkConnectionLimit(settings.limits().maxConnections(), connector));
        jetty.setStopTimeout(0);
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if the address cannot be listened on, such as a port in use
     */
    public void start() throws IOException {
        try {
            connector.open();
            jetty.start();
        } catch (IOException notBound) {
            throw notBound;
        } catch (Exception other) {
            throw new IOException("the HTTP server did not start", other);
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /**
     * Stops gracefully: no new connections, no new requests, then calls may finish, then streams are ended.
     *
     * @param grace how long calls may take to finish
     * @param endStreams ends what would not end by itself, {@code McpServer::close} for one
     */
    public void stop(Duration grace, Runnable endStreams) {
        connector.close();
        front.refuseMore();
        front.open().awaitCalls(grace);
        endStreams.run();
        front.open().awaitAll(LAST_WORDS);
        try {
            jetty.stop();
        } catch (Exception alreadyGone) {
            throw new IllegalStateException("the HTTP server did not stop", alreadyGone);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Stops without waiting. */
    @Override
    public void close() {
        stop(Duration.ZERO, () -> {});
    }

    private static ConnectionFactory[] protocols(LocalSettings settings, Log log) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration(settings.limits()));
        return settings.tls().isPresent()
                ? TlsListener.before(http, settings.tls().get(), log)
                : new ConnectionFactory[] {http};
    }

    private static HttpConfiguration configuration(Limits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(limits.maxHeaderBytes());
        http.setSendServerVersion(false);
        // Values are compared letter by letter further in, so they must not be swapped for cached spellings.
        http.setHeaderCacheCaseSensitive(true);
        // A table of 100 kB for each connection, in which every letter of an access token is looked up elsewhere.
        http.setHeaderCacheSize(0);
        return http;
    }
}
