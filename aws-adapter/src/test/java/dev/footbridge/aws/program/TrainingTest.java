package dev.footbridge.aws.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lambda --train} with a function in a process of its own. */
final class TrainingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void itAnswersTheEventsAndEndsAsAJvmThatWritesItsArchive() throws Exception {
        Path ended = folder.resolve("ended");

        int code = train(List.of("--call", "touch", "--"), ended);

        assertThat(errors()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("trained with 30 invocations\n");
        assertThat(ended).content().isEqualTo("AROAEXAMPLE");
    }

    @Test
    void noToolIsCalledThatNobodyNamed() throws Exception {
        Path ended = folder.resolve("ended");

        int code = train(List.of("--"), ended);

        assertThat(code).isZero();
        assertThat(ended).content().isEqualTo("nobody");
    }

    @Test
    void guardedItKnowsItsCallersByTheirTokensAndCountsAndRecordsThem() throws Exception {
        Path ended = folder.resolve("ended");

        int code = train(List.of("--guarded", "--call", "touch", "--"), ended);

        assertThat(errors()).isEmpty();
        assertThat(code).isZero();
        assertThat(ended).content().isEqualTo("training");
    }

    @Test
    void aFunctionThatDoesNotStartIsAFailure() throws Exception {
        int code = run(List.of("--", "/bin/sh", "-c", "exit 1"));

        assertThat(code).isEqualTo(3);
        assertThat(errors()).contains("the function answers nothing");
    }

    @Test
    void wordsThatMeanNothingAreRefused() throws Exception {
        assertThat(run(List.of("--call", "touch"))).isEqualTo(2);
        assertThat(run(List.of("--fast", "--", "true"))).isEqualTo(2);
        assertThat(run(List.of("--call", "nothing", "--", "true"))).isEqualTo(2);
        assertThat(errors()).contains("--guarded and --call TOOL, and not --fast", "there is no tool nothing");
    }

    private int train(List<String> options, Path ended) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dended=" + ended,
                "-cp",
                System.getProperty("java.class.path"),
                Trained.class.getName()));
        return run(words);
    }

    private int run(List<String> words) {
        Desk desk = new Desk(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false,
                "footbridge");
        return new Training(Trained::app, desk).run(words);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A function that writes down when it ends who called its tool. */
    static final class Trained {

        private Trained() {}

        static FunctionApp app() {
            Tool tool = Tool.named("touch").describedAs("Touches.").calls((in, call) -> {
                System.setProperty("caller", call.caller().subject());
                return ToolResult.text("done");
            });
            return FunctionApp.of(
                    Implementation.of("trained", "1"),
                    FeatureSet.builder().tool(tool).build());
        }

        public static void main(String[] words) throws IOException {
            Runtime.getRuntime().addShutdownHook(new Thread(Trained::writeDown));
            LambdaProgram.run(Trained::app, words);
        }

        private static void writeDown() {
            try {
                Files.writeString(Path.of(System.getProperty("ended")), System.getProperty("caller", "nobody"));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }
}
