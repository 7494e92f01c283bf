package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The package under AWS's own emulator of the Runtime API. */
@EnabledIfSystemProperty(named = "footbridge.lambda.rie", matches = ".+")
final class RieTest {

    @Test
    void theRealClientAnswersWhole() throws Exception {
        String answer =
                invoke(Task.PACKED, Environment.managed(List.of()), Map.of(), "greet", JsonObject.of("name", "Ada"));

        assertThat(answer).startsWith("{\"statusCode\":200").contains("Hello, Ada!");
    }

    @Test
    void theLoopAnswersWhole() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));

        String answer = invoke(Task.PACKED, List.of("./bootstrap"), java, "greet", JsonObject.of("name", "Ada"));

        assertThat(answer).startsWith("{\"statusCode\":200").contains("Hello, Ada!");
    }

    /** The emulator takes a stream, and gives it away when it is complete. */
    @Test
    void theLoopStreams(@TempDir Path folder) throws Exception {
        Path task = Task.with(folder, "App", Task.SLOW_APP);
        List<String> command = new ArrayList<>(List.of("./stream.sh"));
        command.addAll(Environment.managed(List.of()));
        Map<String, String> streaming = Map.of("FOOTBRIDGE_INVOKE_MODE", "streaming", "GATE", task.toString());

        String answer = invoke(task, command, streaming, "slow", JsonObject.EMPTY);

        assertThat(answer)
                .startsWith("{\"statusCode\":200")
                .contains("\0\0\0\0\0\0\0\0", "notifications/progress", "finished");
    }

    private static String invoke(
            Path task, List<String> command, Map<String, String> others, String tool, JsonObject arguments)
            throws IOException, InterruptedException {
        int port = port();
        String api = "127.0.0.1:" + port();
        List<String> emulator = new ArrayList<>(List.of(System.getProperty("footbridge.lambda.rie", "")));
        emulator.addAll(List.of("--runtime-interface-emulator-address", "127.0.0.1:" + port));
        emulator.addAll(List.of("--runtime-api-address", api));
        emulator.addAll(command);
        Map<String, String> variables = new HashMap<>(Environment.variables(task, api));
        variables.putAll(others);
        try (Environment environment = Environment.start(task, emulator, variables)) {
            String answer = post(port, Events.call(tool, arguments), environment);
            assertThat(environment.log()).doesNotContain("\"ERROR\"");
            return answer;
        }
    }

    private static String post(int port, byte[] event, Environment environment)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations"))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(event))
                .build();
        for (int tries = 0; tries < 100; tries++) {
            try {
                return HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (ConnectException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the emulator did not start:\n" + environment.log());
    }

    private static int port() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
