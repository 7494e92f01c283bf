package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.lambda.Answered;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The package in the real runtime client, which loads it by a class loader of its own. */
@EnabledIfSystemProperty(named = "footbridge.lambda.task", matches = ".+")
final class ManagedRuntimeTest {

    private RuntimeEmulator runtime;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
    }

    @Test
    void toolsAreListedAndCalledAndWhatIsForeignIsAnsweredCalmly() throws Exception {
        runtime.setAside("acme");
        try (Environment environment = start(Map.of())) {
            assertThat(Events.list(runtime).text()).contains("\"statusCode\":200", "\\\"greet\\\"");
            assertThat(Events.call(runtime, "greet", JsonObject.of("name", "Ada"))
                            .text())
                    .contains("Hello, Ada!");
            assertThat(Events.call(runtime, "greet", JsonObject.EMPTY).text())
                    .contains("\\\"isError\\\":true", "/name: is missing");
            Answered foreign = send("{\"Records\":[]}");
            assertThat(foreign.text()).isEqualTo("{}");
            assertThat(foreign.failed()).isFalse();
            assertThat(send("{\"source\":\"footbridge.warm-up\"}").text()).isEqualTo("{}");
            assertThat(Events.list(runtime).text()).contains("\"statusCode\":200");

            assertThat(environment.log())
                    .contains("\"level\":\"WARN\",\"requestId\":\"" + foreign.requestId() + "\"")
                    .contains("\"level\":\"INFO\"", "kept warm", "\"tenantId\":\"acme\"")
                    .contains("\"ColdStarts\":1");
            assertThat(environment.log().split("\"ColdStarts\":1", -1)).hasSize(2);
        }
    }

    @Test
    void anEventThatIsNoJsonIsAnsweredToo() throws Exception {
        try (Environment environment = start(Map.of())) {
            Answered broken = send("{");

            assertThat(broken.text()).isEqualTo("{}");
            assertThat(environment.log()).contains(broken.requestId(), "an event could not be read");
        }
    }

    @Test
    void aMissingSettingIsSaidAndEndsTheProcess() throws Exception {
        try (Environment environment = start(Map.of("FOOTBRIDGE_AUTH", ""))) {
            assertThat(environment.report(runtime)).startsWith("init/error").contains("FOOTBRIDGE_AUTH must be iam");
            assertThat(environment.ended()).contains("FOOTBRIDGE_AUTH must be iam, jwt or settings");
        }
    }

    @Test
    void theClientThatCannotStreamIsRefusedWhereStreamsAreWanted() throws Exception {
        try (Environment environment = start(Map.of("FOOTBRIDGE_INVOKE_MODE", "streaming"))) {
            assertThat(environment.report(runtime)).startsWith("init/error").contains("AWS_LAMBDA_EXEC_WRAPPER");
            assertThat(environment.ended()).contains("set AWS_LAMBDA_EXEC_WRAPPER to /var/task/stream.sh");
        }
    }

    private Answered send(String event) {
        return Events.send(runtime, event.getBytes(StandardCharsets.UTF_8));
    }

    private Environment start(Map<String, String> others) throws IOException {
        Map<String, String> variables = new HashMap<>(Environment.variables(Task.PACKED, runtime.endpoint()));
        variables.putAll(others);
        return Environment.start(Task.PACKED, Environment.managed(List.of()), variables);
    }
}
