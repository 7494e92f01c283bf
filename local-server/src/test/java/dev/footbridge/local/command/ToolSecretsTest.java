package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tools on one's own machine find their secrets. */
class ToolSecretsTest {

    private final PrintStream systemOut = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The command line takes it away from tools that print. */
    @AfterEach
    void giveSystemOutBack() {
        System.setOut(systemOut);
    }

    private int run(Map<String, String> environment, String... words) {
        Io io = TestIo.of(out, err, environment);
        return new CommandLine(options -> new Ordering(), Implementation.of("test", "1"), io).run(List.of(words));
    }

    @Test
    void aToolFindsItsSecretInTheEnvironment() {
        assertThat(run(Map.of("FOOTBRIDGE_SECRET_ORDERS_API_KEY", "twelve bytes"), "call", "order"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("12 bytes\n");
    }

    @Test
    void aMissingVariableIsNamedToTheOperatorOnly() {
        assertThat(run(Map.of(), "call", "order", "--verbose")).isNotZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("FOOTBRIDGE_SECRET_ORDERS_API_KEY");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("FOOTBRIDGE_SECRET", "orders-api-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "stdio", "call"})
    void helpSaysWhereSecretsAre(String command) {
        assertThat(run(Map.of(), "help", command)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FOOTBRIDGE_SECRET_ORDERS_API_KEY");
    }

    private record Ordering() implements Offer {

        @Override
        public FeatureSet features() {
            return FeatureSet.builder()
                    .tool(Tool.named("order")
                            .describedAs("Uses a key.")
                            .calls((in, call) -> ToolResult.text(
                                    call.secrets().get("orders-api-key").reveal().length + " bytes")))
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
