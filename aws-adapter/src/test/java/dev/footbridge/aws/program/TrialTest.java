package dev.footbridge.aws.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./footbridge lambda} does, without an account and without a setting. */
final class TrialTest {

    private static final Field<String> WORD = Field.text("word").describedAs("A word.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();
    private boolean terminal;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"function-url", "function_url", "http-api", "rest-api"})
    void exampleOfADoorIsAnsweredAtOnce(String door) throws Exception {
        JsonObject answer = answered(example(door));

        assertThat(answer.integer("statusCode")).hasValue(200);
        assertThat(answer.string("body").orElse("")).contains("\"tools\"", "\"repeat\"");
        assertThat(errors()).doesNotContain("CloudWatchMetrics");
    }

    @Test
    void metricsAreForThoseWhoAsk() throws Exception {
        String event = example("function-url");
        env.put("FOOTBRIDGE_METRICS", "on");

        answered(event);

        assertThat(errors()).contains("CloudWatchMetrics", "\"method\":\"tools/list\"");
    }

    @Test
    void streamIsAskedForByTheOptionOrTheEnvironment() throws Exception {
        String event = example("function-url");
        env.put("FOOTBRIDGE_INVOKE_MODE", "buffered");

        assertThat(run(event, "--event", "-", "--stream")).isZero();
        assertThat(output()).contains("\0");

        out.reset();
        env.put("FOOTBRIDGE_INVOKE_MODE", "streaming");
        assertThat(run(event, "--event", "-")).isZero();
        assertThat(output()).contains("\0");
    }

    @Test
    void exampleOfAToolCallsItWithSomethingForEveryArgument() throws Exception {
        JsonObject answer = answered(example("function-url", "repeat"));

        assertThat(answer.string("body").orElse("")).contains("example example");
    }

    @Test
    void loadBalancerVouchesForNobody() throws Exception {
        assertThat(answered(example("alb")).integer("statusCode")).hasValue(403);
    }

    @Test
    void claimsAreThoseOfTheIssuerThatTheCallerNamed() throws Exception {
        env.putAll(Map.of(
                "FOOTBRIDGE_AUTH", "jwt",
                "FOOTBRIDGE_ISSUERS", "https://id.example.com",
                "FOOTBRIDGE_AUDIENCES", "https://mcp.example.com/mcp"));

        assertThat(answered(example("http-api")).integer("statusCode")).hasValue(200);
    }

    @Test
    void eventMayBeAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("e.json"), example("rest-api"));

        assertThat(run("", "--event=" + file)).isZero();

        assertThat(output()).contains("multiValueHeaders");
    }

    @Test
    void streamIsHeadZeroBytesAndBody() throws Exception {
        assertThat(run(example("function-url"), "--event", "-", "--stream")).isZero();

        String[] parts = output().split("\0{8}", -1);
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).contains("\"statusCode\":200");
        assertThat(parts[1]).contains("\"repeat\"");
    }

    @Test
    void answerIsSpreadOutForAPerson() throws Exception {
        String event = example("function-url");
        terminal = true;

        assertThat(run(event, "--event", "-")).isZero();
        assertThat(output()).startsWith("{\n  \"statusCode\": 200,");

        out.reset();
        assertThat(run(event, "--event", "-", "--stream")).isZero();
        assertThat(output()).doesNotContain("\0").contains("}\n{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2||which event? 'lambda --event FILE' runs an event",
                "2|--event|--event needs a value",
                "2|--event a --example alb|one event or one example at a time",
                "2|--event a b|'b' is one word too many",
                "2|--evnt a|unknown option --evnt; there are --event, --example and --stream",
                "2|--example gate|there is no front door 'gate': choose function-url, http-api, rest-api or alb",
                "2|--example alb repaet|there is no tool repaet. There is repeat; a method is one such as tools/list",
                "2|--example alb tools/call|which tool? There is repeat",
                "3|--event nowhere.json|the event nowhere.json cannot be read"
            })
    void misunderstoodWordsAreOneLine(String row) {
        String[] parts = row.split("\\|", -1);
        List<String> words = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ", -1));

        assertThat(run("", words.toArray(String[]::new))).isEqualTo(Integer.parseInt(parts[0]));

        assertThat(errors()).startsWith("footbridge: " + parts[2]).hasLineCount(1);
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|the event cannot be read: ",
                "{\"a\"|the event cannot be read: ",
                "[]|the event has the shape of no front door; './footbridge lambda --example function-url' prints one",
                "{\"Records\":[]}|the event has the shape of no front door"
            })
    void eventThatIsNoneIsOneLine(String row) {
        String[] parts = row.split("\\|", -1);

        assertThat(run(parts[0], "--event", "-")).isEqualTo(2);

        assertThat(errors()).startsWith("footbridge: " + parts[1]).hasLineCount(1);
    }

    @Test
    void environmentOfTheCallerWinsAndIsBelieved() throws Exception {
        String event = example("function-url");
        env.put("FOOTBRIDGE_AUTH", "everybody");

        assertThat(run(event, "--event", "-")).isEqualTo(3);

        assertThat(errors())
                .startsWith("footbridge: FOOTBRIDGE_AUTH must be iam, jwt or settings")
                .hasLineCount(1);
    }

    private String example(String... words) throws IOException {
        assertThat(run("", with("--example", words))).isZero();
        String event = output();
        out.reset();
        err.reset();
        return event;
    }

    private static String[] with(String first, String... rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private JsonObject answered(String event) throws Exception {
        assertThat(run(event, "--event", "-")).isZero();
        return (JsonObject) JsonReader.read(output());
    }

    private int run(String input, String... words) {
        Desk desk = new Desk(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                terminal,
                "./footbridge");
        return new Trial(TrialTest::app, desk).run(List.of(words));
    }

    private static FunctionApp app() {
        Tool repeat = Tool.named("repeat")
                .describedAs("Says a word twice.")
                .effect(Effect.READ_ONLY)
                .takes(WORD)
                .calls((in, call) -> ToolResult.text(in.get(WORD) + " " + in.get(WORD)));
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
