package dev.footbridge.benchmarks.function;

import com.sun.management.OperatingSystemMXBean;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.testkit.functions.Answer;
import dev.footbridge.testkit.functions.FunctionsHost;
import dev.footbridge.testkit.functions.HostRequest;
import dev.footbridge.testkit.functions.Platform;
import dev.footbridge.testkit.functions.StagedFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JVM as the worker is when an app is assigned to it: it has loaded and called some function. Then it loads the
 * empty one and ours, each with class loaders of its own, and says what each took until the first call was answered.
 *
 * <p>Usage: {@code Loads EMPTY OURS TOKEN}, folders that are staged.
 */
final class Loads {

    private static final String BODY = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{"
            + "\"name\":\"greet\",\"arguments\":{\"name\":\"Ada\"},"
            + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"benchmark\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String token;

    private Loads(String token) {
        this.token = token;
    }

    /** @param milliseconds of the processor */
    private record Took(double milliseconds, double wall, double load) {}

    public static void main(String[] words) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            thrown.printStackTrace();
            System.exit(1);
        });
        Loads loads = new Loads(words[2]);
        Path empty = Path.of(words[0]);
        loads.measured(empty, "{}");
        Took least = loads.measured(empty, "{}");
        Took ours = loads.measured(Path.of(words[1]), "Hello, Ada!");
        System.out.println(JsonWriter.text(JsonObject.builder()
                .put("empty", json(least))
                .put("ours", json(ours))
                .build()));
        System.exit(0);
    }

    private static JsonObject json(Took took) {
        return JsonObject.builder()
                .put("cpu", Double.toString(took.milliseconds))
                .put("wall", Double.toString(took.wall))
                .put("load", Double.toString(took.load))
                .build();
    }

    private Took measured(Path folder, String expected) throws IOException {
        HostRequest request = request();
        double cpu = cpu();
        long wall = System.nanoTime();
        FunctionsHost host = FunctionsHost.start(0, new StagedFolder(folder), Platform.PLAIN);
        double loaded = cpu();
        Answer answer = host.answer(request);
        double took = cpu() - cpu;
        double waited = (System.nanoTime() - wall) / 1e6;
        if (!answer.body().asUtf8().contains(expected)) {
            throw new IllegalStateException(
                    answer.status() + " " + answer.body().asUtf8());
        }
        host.close();
        return new Took(took, waited, loaded - cpu);
    }

    private HostRequest request() {
        Bytes body = Bytes.utf8(BODY);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Map.of(
                        "host", "mcp.example.com",
                        "authorization", "Bearer " + token,
                        "content-type", "application/json",
                        "content-length", Integer.toString(body.length()),
                        "accept", "application/json, text/event-stream",
                        "mcp-protocol-version", "2026-07-28",
                        "mcp-method", "tools/call",
                        "mcp-name", "greet")
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return new HostRequest("POST", "/mcp", "", headers, body, "203.0.113.9", 54321);
    }

    /** Milliseconds that this process ran, threads that have ended included. */
    private static double cpu() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }
}
