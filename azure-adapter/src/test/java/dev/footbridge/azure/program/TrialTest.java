package dev.footbridge.azure.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./footbridge function} does, without an account and without a setting. */
final class TrialTest {

    private static final Field<String> WORD = Field.text("word").describedAs("A word.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();
    private boolean terminal;

    @Test
    void theExampleIsAnsweredAtOnce() {
        assertThat(run(example("tools/list"), "--request", "-")).isZero();

        assertThat(output()).startsWith("HTTP/1.1 200\n").contains("\"repeat\"");
    }

    @Test
    void theExampleOfAToolCallsIt() {
        assertThat(run(example("repeat"), "--request=-")).isZero();

        assertThat(output()).contains("You said example.");
        assertThat(errors()).contains("\"request.id\":\"local\"");
    }

    @Test
    void forAPersonTheAnswerIsSpreadOut() {
        String request = example("tools/list");
        terminal = true;

        assertThat(run(request, "--request", "-")).isZero();

        assertThat(output()).contains("\n  \"jsonrpc\": \"2.0\"");
    }

    @Test
    void whoHasNotSignedInIsTold() {
        String request = example("tools/list")
                .lines()
                .filter(line -> !line.startsWith("x-ms-client-principal"))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(run(request, "--request", "-")).isZero();

        assertThat(output()).startsWith("HTTP/1.1 401\n").contains("www-authenticate: Bearer ");
    }

    @Test
    void aBodyInChunksIsDroppedAsTheHostDrops() {
        String request = example("tools/list").replace("POST /mcp\n", "POST /mcp\ntransfer-encoding: chunked\n");

        assertThat(run(request, "--request", "-")).isZero();

        assertThat(output()).startsWith("HTTP/1.1 411\n");
    }

    @Test
    void theEnvironmentSaysWhatADeploymentWould() {
        String request = example("tools/list");
        env.put("FOOTBRIDGE_AUTH", "entra");

        assertThat(run(request, "--request", "-")).isEqualTo(3);

        assertThat(errors()).contains("FOOTBRIDGE_AUTH=entra needs ENTRA_TENANTS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | METHOD PATH",
                "POST mcp | METHOD PATH",
                "FETCH /mcp | FETCH is no method",
                "POST /{} | is no path",
                "POST /mcp HTTP/1.1^host | is no header field"
            })
    void whatIsNoRequestIsSaidToBeNone(String request, String said) {
        assertThat(run(request.replace('^', '\n'), "--request", "-")).isEqualTo(2);

        assertThat(errors()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"''", "--event x", "--request", "--request a b", "--example a b", "tools/list"})
    void wordsThatSayTooLittleOrTooMuchAreExplained(String words) {
        String[] all = words.isEmpty() ? new String[0] : words.split(" ", -1);

        assertThat(run("", all)).isEqualTo(2);

        assertThat(errors()).contains("--request FILE", "--example");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("", "--request", "no/such/file")).isEqualTo(3);

        assertThat(errors()).contains("the request no/such/file cannot be read");
    }

    private String example(String about) {
        assertThat(run("", "--example", about)).isZero();
        String request = output();
        out.reset();
        return request;
    }

    private int run(String in, String... words) {
        Desk desk = new Desk(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                terminal,
                "footbridge");
        return new Trial(TrialTest::app, desk).run(List.of(words));
    }

    private static FunctionApp app() {
        Tool repeat = Tool.named("repeat")
                .describedAs("Repeats.")
                .takes(WORD)
                .calls((in, call) -> ToolResult.text("You said " + in.get(WORD) + "."));
        return FunctionApp.of(
                Implementation.of("test", "1"),
                FeatureSet.builder().tool(repeat).build());
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
