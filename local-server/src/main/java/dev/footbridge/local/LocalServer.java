package dev.footbridge.local;

import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An HTTP/1.1 server (RFC 9112) for a handful of routes, over TLS if it is told to, with a thread for each connection.
 * Thread-safe; started once and stopped once.
 *
 * <p>Whether it may listen beyond loopback is the caller's decision: {@code serve} does so only with authentication.
 */
public final class LocalServer implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** The system has no file or no thread for another connection; both come back when one ends. */
    private static final Duration SHORTAGE = Duration.ofMillis(100);

    private static final int MOST_QUEUED = 128;

    private final LocalSettings settings;
    private final ServerSocket listener;
    private final ExecutorService threads = Threads.forConnections();
    private final Thread acceptor = new Thread(this::accept, "http-accept");
    private final OpenSockets sockets;
    private final OpenExchanges open = new OpenExchanges();
    private final Connection.Context context;

    public LocalServer(LocalSettings settings, Log log) {
        this.settings = settings;
        try {
            listener = new ServerSocket();
        } catch (IOException noSocket) {
            throw new IllegalStateException("the system has no socket left", noSocket);
        }
        sockets = new OpenSockets(settings.limits());
        context = new Connection.Context(
                new Routes(settings),
                settings.limits(),
                sockets,
                open,
                BodyMemory.ofThisProcess(settings.limits().maxBodyBytes()),
                threads,
                settings.tls().map(tls -> new TlsListener(tls, log)),
                log,
                new AtomicLong());
        acceptor.setDaemon(true);
    }

    /**
     * Begins to listen.
     *
     * @throws java.net.BindException if the port is in use or not allowed, or the address not one of this machine
     * @throws IOException if there is no such host
     */
    public void start() throws IOException {
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(settings.host(), settings.port()), MOST_QUEUED);
        sockets.start();
        acceptor.start();
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Stops gracefully: no new connections, no new requests, then calls may finish, then streams are ended.
     *
     * @param grace how long calls may take to finish
     * @param endStreams ends what would not end by itself, {@code McpServer::close} for one
     */
    public void stop(Duration grace, Runnable endStreams) {
        closeListener();
        open.refuseMore();
        open.awaitCalls(grace);
        endStreams.run();
        open.awaitAll(LAST_WORDS);
        sockets.close();
        threads.shutdownNow();
    }

    /** Stops without waiting. */
    @Override
    public void close() {
        stop(Duration.ZERO, () -> {});
    }

    private void closeListener() {
        acceptor.interrupt();
        try {
            listener.close();
        } catch (IOException closedAlready) {
            // which is what was asked for
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                acceptOne();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptOne() throws InterruptedException {
        try {
            if (!accepted()) {
                Thread.sleep(SHORTAGE.toMillis());
            }
        } catch (OutOfMemoryError full) {
            // the next one may have better luck
        }
    }

    /** Takes the next connection; false if the system is short of something. */
    private boolean accepted() throws InterruptedException {
        try {
            return begun(new ClientSocket(listener.accept(), settings.limits()));
        } catch (IOException | OutOfMemoryError stoppedOrShort) {
            return false;
        }
    }

    private boolean begun(ClientSocket socket) throws InterruptedException {
        boolean begun = false;
        try {
            sockets.add(socket);
            threads.execute(new Connection(context, socket)::serve);
            begun = true;
        } catch (RejectedExecutionException stopped) {
            // so there is no next one either
        } finally {
            if (!begun) {
                sockets.remove(socket);
                socket.close();
            }
        }
        return begun;
    }
}
