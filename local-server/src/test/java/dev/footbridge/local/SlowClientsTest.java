package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A9: clients that send one byte a second. */
final class SlowClientsTest {

    private static final int MANY = 200;
    private static final Duration ALLOWED = Duration.ofSeconds(10);
    private static final byte[] HEADER =
            ("POST /mcp HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII);

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theyHinderNobodyAndAreClosedInTime() throws IOException {
        LocalSettings settings = LocalSettings.loopback(0, Map.of("/mcp", request -> HttpResponse.text(200, "served")));
        List<Dripper> drippers = new ArrayList<>();
        try (LocalServer server = new LocalServer(settings, Log.none())) {
            server.start();
            for (int i = 0; i < MANY; i++) {
                drippers.add(new Dripper(server.port()));
            }
            for (int second = 0;
                    second < ALLOWED.toSeconds() && drippers.stream().anyMatch(Dripper::open);
                    second++) {
                drip(drippers);
                assertThat(timeOfOneCall(server.port())).isLessThan(Duration.ofSeconds(1));
            }

            assertThat(drippers).noneMatch(Dripper::open);
            assertThat(drippers).allMatch(dripper -> dripper.life().compareTo(ALLOWED) <= 0);
            assertThat(drippers).allMatch(dripper -> dripper.sent() > 3);
        } finally {
            for (Dripper dripper : drippers) {
                dripper.channel.close();
            }
        }
    }

    /** One byte each, and then a second of looking who has been closed. */
    private static void drip(List<Dripper> drippers) {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        drippers.forEach(Dripper::send);
        while (System.nanoTime() < end) {
            drippers.forEach(Dripper::look);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Duration timeOfOneCall(int port) throws IOException {
        long start = System.nanoTime();
        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("served")).startsWith("HTTP/1.1 200 ");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** One slow client. */
    private static final class Dripper {
        private final SocketChannel channel;
        private final long born = System.nanoTime();
        private long died;
        private int sent;

        Dripper(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
        }

        boolean open() {
            return died == 0;
        }

        Duration life() {
            return Duration.ofNanos(died - born);
        }

        int sent() {
            return sent;
        }

        void send() {
            if (open()) {
                attempt(() -> channel.write(ByteBuffer.wrap(HEADER, sent++, 1)) >= 0);
            }
        }

        void look() {
            if (open()) {
                attempt(() -> channel.read(ByteBuffer.allocate(256)) >= 0);
            }
        }

        /** Says whether the connection is still there. */
        private interface Step {
            boolean alive() throws IOException;
        }

        private void attempt(Step step) {
            boolean alive;
            try {
                alive = step.alive();
            } catch (IOException reset) {
                alive = false;
            }
            if (!alive) {
                died = System.nanoTime();
            }
        }
    }
}
