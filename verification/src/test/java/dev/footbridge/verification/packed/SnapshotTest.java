package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The package under SnapStart, in the real runtime client and in the loop of this project. */
@EnabledIfSystemProperty(named = "footbridge.lambda.task", matches = ".+")
final class SnapshotTest {

    private RuntimeEmulator runtime;

    /** Stands for all of AWS, and answers nothing: nobody may come. */
    private ServerSocket aws;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
        aws = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        aws.setSoTimeout(1);
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
        aws.close();
    }

    enum Client {
        MANAGED,
        OURS
    }

    @ParameterizedTest
    @EnumSource
    void itIsPrimedFrozenRestoredAndAnswers(Client client) throws Exception {
        try (Environment environment = start(client, Task.PACKED, "")) {
            assertThat(runtime.awaitFrozen(Duration.ofSeconds(20)))
                    .as(environment.log())
                    .isTrue();
            assertThat(environment.log())
                    .contains("ready for a snapshot, primed in")
                    .doesNotContain("\"WARN\"", "_aws", "restored");

            runtime.restore();
            assertThat(Events.call(runtime, "greet", JsonObject.of("name", "Ada"))
                            .text())
                    .contains("Hello, Ada!");
            assertThat(environment.log()).contains("restored from a snapshot", "\"ColdStarts\":1");
            assertThat(called()).isFalse();
        }
    }

    /** The property is in many start scripts; with it random numbers come from a state in memory. */
    @ParameterizedTest
    @EnumSource
    void copiesThatWouldDrawTheSameNumbersAreNotMade(Client client) throws Exception {
        try (Environment environment = start(client, Task.PACKED, "-Djava.security.egd=file:/dev/./urandom")) {
            assertThat(environment.report(runtime))
                    .startsWith("init/error")
                    .contains(client == Client.OURS ? "whose state all copies" : "Checkpoint");
            assertThat(environment.ended()).contains("random numbers come from DRBG, whose state all copies");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHookThatFailsAfterTheRestoreIsReportedAndEndsTheProcess(Client client, @TempDir Path folder)
            throws Exception {
        Path task = Task.with(folder, "SnapshotHooks", Task.FAILING_HOOKS);
        try (Environment environment = start(client, task, "")) {
            runtime.restore();

            assertThat(environment.report(runtime))
                    .startsWith("restore/error")
                    .contains(client == Client.OURS ? "no entropy" : "Restore");
            assertThat(environment.ended()).contains("no entropy");
        }
    }

    private boolean called() throws IOException {
        try {
            aws.accept().close();
            return true;
        } catch (java.net.SocketTimeoutException nobody) {
            return false;
        }
    }

    private Environment start(Client client, Path task, String options) throws IOException {
        Map<String, String> variables = new HashMap<>(Environment.variables(task, runtime.endpoint()));
        String here = "http://127.0.0.1:" + aws.getLocalPort();
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", here + "/keys");
        variables.put("AWS_ENDPOINT_URL", here);
        variables.put("FOOTBRIDGE_TABLE", "mcp");
        variables.put("FOOTBRIDGE_SEALING_KEYS", "aws-sm:keys");
        variables.put("JAVA_TOOL_OPTIONS", options);
        if (client == Client.MANAGED) {
            return Environment.start(task, Environment.managed(List.of()), variables);
        }
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        return Environment.start(task, List.of("./bootstrap"), variables);
    }
}
