package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.lambda.Answered;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The two scripts in the package that start the loop of this project. */
@EnabledIfSystemProperty(named = "footbridge.lambda.task", matches = ".+")
final class StreamTest {

    /** What belongs to the runtime's own client, and would end the virtual machine or mislead it with ours. */
    private static final List<String> STRAYS = List.of(
            "-Xshare:on",
            "-XX:SharedArchiveFile=/var/lang/lib/server/runtime.jsa",
            "-XX:AOTCache=/var/lang/lib/server/runtime.aot",
            "-XX:AOTMode=on",
            "--enable-native-access=ALL-UNNAMED",
            "-Dnote=two words *");

    private RuntimeEmulator runtime;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
    }

    @Test
    void theWrapperOfTheManagedRuntimeStreams() throws Exception {
        List<String> command = new ArrayList<>(List.of("./stream.sh"));
        command.addAll(Environment.managed(STRAYS));

        streams(command, Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/stream.sh"));
    }

    @Test
    void theBootstrapOfACustomRuntimeStreams() throws Exception {
        streams(List.of("./bootstrap"), Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    @Test
    void whatCannotBeMadeIsSaidAndEndsTheProcess() throws Exception {
        Map<String, String> variables = new HashMap<>(Environment.variables(Task.PACKED, runtime.endpoint()));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("FOOTBRIDGE_AUTH", "");
        try (Environment environment = Environment.start(Task.PACKED, List.of("./bootstrap"), variables)) {
            assertThat(environment.report(runtime)).startsWith("init/error").contains("FOOTBRIDGE_AUTH must be iam");
            assertThat(environment.ended()).contains("the function cannot start");
        }
    }

    private void streams(List<String> command, Map<String, String> others) throws Exception {
        Path task = Task.with(folder.resolve("task"), "App", Task.SLOW_APP);
        Path gate = folder.resolve("gate");
        Map<String, String> variables = new HashMap<>(Environment.variables(task, runtime.endpoint()));
        variables.putAll(others);
        variables.put("FOOTBRIDGE_INVOKE_MODE", "streaming");
        variables.put("GATE", gate.toString());
        try (Environment environment = Environment.start(task, command, variables)) {
            Answered answered = Events.call(runtime, "slow", JsonObject.EMPTY);
            StringBuilder seen = new StringBuilder();
            while (!seen.toString().contains("notifications/progress")) {
                assertThat(environment.alive()).as(environment.log()).isTrue();
                seen.append(new String(answered.chunk(), StandardCharsets.UTF_8));
            }
            assertThat(seen.toString()).startsWith("{\"statusCode\":200").doesNotContain("finished");

            Files.createFile(gate);
            assertThat(answered.text()).contains("finished");
            assertThat(answered.streamed()).isTrue();
            assertThat(answered.trailers()).isEmpty();
            assertThat(environment.log()).doesNotContain("warning", "ERROR");
        }
    }
}
