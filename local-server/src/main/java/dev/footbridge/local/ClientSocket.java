package dev.footbridge.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The socket of one client. What is read and written on it ends in time: whoever exceeds it is cut off, by
 * {@link OpenSockets}. Read by one thread and written by one at a time; may be closed by any.
 */
final class ClientSocket implements AutoCloseable {

    /** A slow reader has the time anew for each of these. */
    private static final int MOST_AT_ONCE = 16 << 10;

    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final long NEVER = 0;

    /** What {@link #silentSince} is while it is no time. */
    private static final long NOT_SILENT = 0;

    private static final long GIVEN_AWAY = 1;

    private final Socket raw;
    private final Limits limits;
    private final Optional<String> remoteAddress;
    private Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private Optional<SSLSession> session = Optional.empty();

    /** In {@link System#nanoTime} units. */
    private volatile long end = NEVER;

    /** Since when nothing of a next request has come, in {@link System#nanoTime} units. */
    private final AtomicLong silentSince = new AtomicLong(now());

    ClientSocket(Socket accepted, Limits limits) {
        this.raw = accepted;
        this.limits = limits;
        this.socket = accepted;
        this.remoteAddress = Optional.ofNullable(accepted.getInetAddress()).map(address -> address.getHostAddress());
    }

    /** Makes it ready for plain bytes. */
    void open() throws IOException {
        raw.setTcpNoDelay(true);
        in = raw.getInputStream();
        out = raw.getOutputStream();
    }

    Optional<String> remoteAddress() {
        return remoteAddress;
    }

    /** Speaks TLS from now on, after the handshake that this makes. */
    void secure(TlsListener tls) throws IOException {
        SSLSocket secured = tls.over(raw);
        secured.startHandshake();
        // Told of the next one only, which TLS 1.2 allows and we do not.
        secured.addHandshakeCompletedListener(again -> close());
        session = Optional.of(secured.getSession());
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
    }

    /** What the handshake agreed on; empty without TLS. */
    Optional<SSLSession> session() {
        return session;
    }

    /** True if there was another handshake (TLS 1.2), which might make the client somebody else. */
    @SuppressWarnings("ReferenceEquality") // sessions are equal by an id that each of them may leave empty
    boolean renegotiated() {
        return socket instanceof SSLSocket secured && secured.getSession() != session.orElse(null);
    }

    /** From now on everything has to happen within this time, until it is set anew. */
    void endAfter(Duration time) {
        long then = System.nanoTime() + time.toNanos();
        end = then == NEVER ? 1 : then;
    }

    /** The next request has so much time, if nobody else needs the place of this connection before its first byte. */
    void rest(Duration time) {
        endAfter(time);
        silentSince.set(now());
    }

    /** Since when it is silent, in {@link System#nanoTime} units; empty if it is not. */
    OptionalLong silentSince() {
        long since = silentSince.get();
        return since == NOT_SILENT || since == GIVEN_AWAY ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** Closes it, unless something has come since that was said of it: a request that is begun is answered. */
    void giveAway(long since) {
        if (silentSince.compareAndSet(since, GIVEN_AWAY)) {
            close();
        }
    }

    private static long now() {
        return Math.max(System.nanoTime(), GIVEN_AWAY + 1);
    }

    void endless() {
        end = NEVER;
    }

    void closeIfDue(long now) {
        long due = end;
        if (due != NEVER && now - due >= 0) {
            close();
        }
    }

    /** Waits for bytes for as long as the connection may last; -1 at their end. */
    int read(byte[] buffer) throws IOException {
        int count = in.read(buffer);
        if (silentSince.getAndSet(NOT_SILENT) == GIVEN_AWAY) {
            throw new SocketException("its place was given away");
        }
        return count;
    }

    /** True if the client has sent what nobody has read: closing on it would be a reset. */
    boolean hasUnread() {
        try {
            return raw.getInputStream().available() > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * Waits for bytes until then, and leaves the connection open if there are none.
     *
     * @param until in {@link System#nanoTime} units
     * @throws SocketTimeoutException if none came
     */
    int read(byte[] buffer, long until) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        try {
            return in.read(buffer);
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /** Writes all of it; false if the client has gone, or has left bytes unread for too long. */
    boolean write(byte[] bytes) {
        try {
            for (int from = 0; from < bytes.length; from += MOST_AT_ONCE) {
                endAfter(limits.idleTime());
                out.write(bytes, from, Math.min(MOST_AT_ONCE, bytes.length - from));
            }
            endless();
            return true;
        } catch (IOException gone) {
            close();
            return false;
        }
    }

    /**
     * Ends our side and takes in what the client is still sending, for a moment: closing on unread bytes resets the
     * connection, and the client would never see the last answer.
     */
    void linger() {
        endAfter(LINGER);
        try {
            if (session.isPresent()) {
                socket.shutdownOutput();
            }
            raw.shutdownOutput();
            raw.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // as are its bytes
        }
    }

    /** Says goodbye, which under TLS is a message of its own, and closes. */
    void finish() {
        endAfter(LINGER);
        try {
            socket.close();
        } catch (IOException gone) {
            // nobody to say it to
        }
        close();
    }

    /** At once, whoever reads or writes. */
    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException closedAlready) {
            // which is what was asked for
        }
    }
}
