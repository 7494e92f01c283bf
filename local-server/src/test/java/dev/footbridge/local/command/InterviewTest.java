package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterviewTest {

    private static final Field<String> NAME = Field.text("name").minLength(1).describedAs("Who signs.");
    private static final Field<Long> YEAR = Field.integer("year");
    private static final Field<Boolean> SURE = Field.flag("sure");
    private static final Field<String> INK =
            Field.choice("ink", "blue", "black").defaultsTo("blue");

    private final PrintStream systemOut = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(systemOut);
    }

    @Test
    void personAtTheTerminalIsAskedFieldByField() {
        assertThat(call("Änn\n1999\nyes\n\n", true)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Änn 1999 true blue\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("How?", "Who signs.", "ink (blue | black) [blue]");
    }

    @Test
    void wordThatDoesNotFitIsAskedForAgain() {
        assertThat(call("Ann\nlast year\n1999\nmaybe\nn\nred\nblack\n", true)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Ann 1999 false black\n");
    }

    @Test
    void endOfTheInputIsNo() {
        assertThat(call("Ann\n", true)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("not signed\n");
    }

    @Test
    void nobodyIsAskedWhereNobodyTypes() {
        assertThat(call("Ann\n1999\nyes\n\n", false)).isEqualTo(4);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("asks its user, which needs a terminal")
                .hasLineCount(1);
    }

    private int call(String input, boolean types) {
        Io io = new Io(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                new Io.Person(types, false),
                "./footbridge");
        return new CommandLine(options -> new Signing(), Implementation.of("test", "1"), io)
                .run(List.of("call", "sign"));
    }

    private static ToolResult sign(Values in, Call call) {
        FormAnswer answer = call.ask("how", Form.asking("How?", NAME, YEAR, SURE, INK));
        if (!answer.accepted()) {
            return ToolResult.text("not signed");
        }
        return ToolResult.text(
                answer.get(NAME) + " " + answer.get(YEAR) + " " + answer.get(SURE) + " " + answer.get(INK));
    }

    private record Signing() implements Offer {

        @Override
        public FeatureSet features() {
            return FeatureSet.builder()
                    .tools(List.of(Tool.named("sign").describedAs("Signs.").calls(InterviewTest::sign)))
                    .build();
        }

        @Override
        public Optional<String> instructions() {
            return Optional.empty();
        }

        @Override
        public void watch(Catalog catalog, Log log) {}

        @Override
        public void close() {}
    }
}
