package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.local.StdioLoop;
import dev.footbridge.log.Log;
import dev.footbridge.testkit.LinePeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The stdio adapter of the local server, on streams of this JVM instead of a process's own. */
final class StdioPeer implements LinePeer {

    private final PipedOutputStream input = new PipedOutputStream();
    private final Lines output = new Lines();
    private final Thread loop;

    StdioPeer(McpServer server) throws IOException {
        PipedInputStream end = new PipedInputStream(input, 1 << 16);
        StdioLoop.Channel channel = new StdioLoop.Channel(end, output, 1 << 20, Duration.ofMillis(10));
        loop = new Thread(() -> new StdioLoop(channel, Log.none()).run(server::converse), "stdio");
        loop.setDaemon(true);
        loop.start();
    }

    @Override
    public void send(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public Optional<String> next(Duration patience) {
        try {
            return Optional.ofNullable(output.lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The end of input, after which the loop must return by itself. */
    @Override
    public void close() {
        try {
            input.close();
            loop.join(TimeUnit.SECONDS.toMillis(10));
        } catch (IOException | InterruptedException trouble) {
            throw new AssertionError(trouble);
        }
        if (loop.isAlive()) {
            throw new AssertionError("the loop did not end with its input");
        }
    }

    /** Every flush must end a line. */
    private static final class Lines extends ByteArrayOutputStream {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public synchronized void flush() {
            String text = toString(StandardCharsets.UTF_8);
            reset();
            if (!text.endsWith("\n")) {
                throw new AssertionError("half a line was written: " + text);
            }
            text.lines().forEach(lines::add);
        }
    }
}
