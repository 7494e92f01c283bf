package dev.footbridge.testkit.functions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A custom handler that runs. Its output goes where that of this process goes. Thread-safe. */
final class HandlerProcess implements AutoCloseable {

    /** As the host has it. */
    private static final Duration TO_BE_READY = Duration.ofSeconds(30);

    private static final Duration TO_END = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private HandlerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers anything at {@code /}.
     *
     * @param settings further variables of its environment: the app settings
     * @throws IOException if it ends, or does not answer
     */
    static HandlerProcess start(CustomHandler handler, Map<String, String> settings) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(handler.command())
                .directory(handler.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.putAll(settings);
        String id = UUID.randomUUID().toString();
        for (String prefix : new String[] {"FUNCTIONS_HTTPWORKER_", "FUNCTIONS_CUSTOMHANDLER_"}) {
            environment.put(prefix + "PORT", Integer.toString(port));
        }
        environment.put("FUNCTIONS_HTTPWORKER_ID", id);
        environment.put("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", id);
        environment.put(
                "FUNCTIONS_APP_ROOT_PATH", handler.folder().toAbsolutePath().toString());
        HandlerProcess started = new HandlerProcess(builder.start(), port);
        try {
            started.awaitAnswer();
        } catch (IOException notReady) {
            started.close();
            throw notReady;
        }
        return started;
    }

    int port() {
        return port;
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + TO_BE_READY.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException("the custom handler ended with " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw new IOException("the custom handler did not answer within " + TO_BE_READY.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TO_BE_READY.toMillis());
            String ping = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(ping.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the custom handler started", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** Asks it to end, and makes it end if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
