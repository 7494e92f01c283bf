package dev.footbridge.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which no whole header arrives in time. Jetty's own idle time-out starts again with every byte,
 * so a client that drips one byte at a time could hold a connection for ever. Thread-safe.
 */
final class HeaderDeadline implements Connection.Listener {

    private final Scheduler scheduler;
    private final Limits limits;
    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

    HeaderDeadline(Scheduler scheduler, Limits limits) {
        this.scheduler = scheduler;
        this.limits = limits;
    }

    /** Under TLS both layers are reported, one right after the other, and HTTP's is watched: its time covers both. */
    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof ConnectionMetaData)) {
            return;
        }
        Watch watch = new Watch(connection);
        watches.put(connection, watch);
        watch.arm(limits.headerTime());
    }

    @Override
    public void onClosed(Connection connection) {
        Watch watch = watches.remove(connection);
        if (watch != null) {
            watch.disarm();
        }
    }

    void requestBegan(Connection connection) {
        Watch watch = watches.get(connection);
        if (watch != null) {
            watch.step(1);
        }
    }

    void requestEnded(Connection connection) {
        Watch watch = watches.get(connection);
        if (watch != null) {
            watch.step(-1);
        }
    }

    /**
     * One connection; it counts, because the next request may begin before the end of the last is reported. Its timer
     * is not set again for each request: it looks at the end there is now when it goes off, and waits for the rest.
     */
    private final class Watch {
        private final Connection connection;
        private int requests;
        private long end;
        private long timerEnd;
        private Scheduler.@Nullable Task timer;

        Watch(Connection connection) {
            this.connection = connection;
        }

        synchronized void step(int change) {
            requests += change;
            if (requests == 0) {
                arm(limits.idleTime());
            }
        }

        synchronized void arm(Duration limit) {
            end = System.nanoTime() + limit.toNanos();
            if (timer != null && timerEnd - end > 0) {
                disarm();
            }
            if (timer == null) {
                wind(limit.toNanos());
            }
        }

        synchronized void disarm() {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }

        private void wind(long nanos) {
            timerEnd = end;
            timer = scheduler.schedule(this::expire, nanos, TimeUnit.NANOSECONDS);
        }

        private synchronized void expire() {
            timer = null;
            if (requests > 0) {
                return;
            }
            long left = end - System.nanoTime();
            if (left > 0) {
                wind(left);
            } else {
                connection.getEndPoint().close();
            }
        }
    }
}
