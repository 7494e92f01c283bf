package dev.footbridge.local;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Every connection there is, how many there may be, and the thread that closes those whose time is up. It looks at all
 * of them again and again, as long as there are any: a connection only writes down when its time ends, which costs no
 * system call, where a read with a time-out of its own costs two. Thread-safe.
 */
final class OpenSockets implements AutoCloseable {

    private static final Duration MOST_BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A time may be exceeded by this part of itself. */
    private static final int LOOKS_PER_LIMIT = 10;

    private static final Duration FOR_A_PLACE = Duration.ofMillis(50);

    /** Clients that have just come, or are between two requests, are not silent: their bytes are on the way. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final Semaphore places;
    private final Set<ClientSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::look, "http-times");
    private final long betweenLooks;
    private volatile boolean closed;

    OpenSockets(Limits limits) {
        places = new Semaphore(limits.maxConnections());
        Duration shortest =
                limits.headerTime().compareTo(limits.idleTime()) < 0 ? limits.headerTime() : limits.idleTime();
        betweenLooks = Math.min(shortest.toNanos() / LOOKS_PER_LIMIT, MOST_BETWEEN_LOOKS.toNanos());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Waits for a place. While there is none, the connection that has been silent for longest is closed, as RFC 9112
     * §9.5 allows at any time: else few clients could keep out all others by saying nothing.
     */
    void add(ClientSocket socket) throws InterruptedException {
        while (!places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
            giveLongestSilentAway();
        }
        try {
            sockets.add(socket);
        } catch (OutOfMemoryError full) {
            places.release();
            throw full;
        }
        // Only one thread adds; where another one has removed meanwhile, this wakes once too often.
        if (sockets.size() == 1) {
            LockSupport.unpark(thread);
        }
        if (closed) {
            socket.close();
        }
    }

    /** Does nothing the second time. */
    void remove(ClientSocket socket) {
        if (sockets.remove(socket)) {
            places.release();
        }
    }

    /** Closes them all, and those that are added later. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        sockets.forEach(ClientSocket::close);
    }

    private void giveLongestSilentAway() {
        ClientSocket longest = null;
        long since = System.nanoTime() - SILENCE.toNanos();
        for (ClientSocket socket : sockets) {
            long its = socket.silentSince().orElse(since);
            if (its - since < 0) {
                since = its;
                longest = socket;
            }
        }
        if (longest != null) {
            longest.giveAway(since);
        }
    }

    private void look() {
        while (!closed) {
            if (sockets.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, betweenLooks);
                closeDue();
            }
        }
    }

    private void closeDue() {
        try {
            long now = System.nanoTime();
            sockets.forEach(socket -> socket.closeIfDue(now));
        } catch (OutOfMemoryError full) {
            // those that are left are due at the next look as well
        }
    }
}
