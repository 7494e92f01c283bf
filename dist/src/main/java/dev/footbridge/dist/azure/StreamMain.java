package dev.footbridge.dist.azure;

import dev.footbridge.azure.StreamingFunction;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.local.Limits;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The app as a custom handler of Azure Functions, which can stream: what {@code start.sh} starts. Listens on loopback,
 * at the port that the host says. With the word {@code train} it serves itself a few requests and ends.
 */
public final class StreamMain {

    static final String PORT = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /** The host waits ten seconds for a handler to end. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private StreamMain() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        FunctionLog log = new FunctionLog(System.out, System.err, InstantSource.system());
        if (words.length == 1 && words[0].equals("train")) {
            new StreamTraining(log).run();
            return;
        }
        Map<String, String> environment = System.getenv();
        int port = port(environment.getOrDefault(PORT, ""));
        if (port < 1) {
            log.error("-", PORT + " does not say where to listen: the host of Azure Functions starts this", null);
            System.exit(2);
        }
        StreamingFunction function = StreamingFunction.of(StreamMain.class, AzureApp::open, environment, log);
        LocalServer server = serve(function, port, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, function), "farewell"));
        new CountDownLatch(1).await();
    }

    /** A stop that was asked for and went well is no failure, whatever signal asked for it. */
    private static void end(LocalServer server, StreamingFunction function) {
        server.stop(GRACE, function::close);
        Runtime.getRuntime().halt(0);
    }

    /** @throws IOException if the port cannot be listened on */
    static LocalServer serve(StreamingFunction function, int port, FunctionLog log) throws IOException {
        LocalServer server =
                new LocalServer(LocalSettings.everything(port, function).withLimits(limits()), log);
        server.start();
        return server;
    }

    /**
     * The only client is the host. It adds headers, some of them long, has a connection for each request that is open,
     * and keeps one that is idle for a minute: who closes first must not be we.
     */
    private static Limits limits() {
        Limits usual = Limits.DEFAULTS;
        return usual.withMaxHeaderBytes(64 << 10)
                .withMaxConnections(4096)
                .withMaxBodyBytes(ServerConfig.DEFAULTS.maxBodyBytes())
                .withTimes(usual.headerTime(), Duration.ofSeconds(120), usual.bodyTime());
    }

    private static int port(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }
}
