package dev.footbridge.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.InvalidArguments;
import dev.footbridge.feature.McpModule;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.testkit.author.TestCall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools of {@code agreement/Echoes.java.txt}, called with thousands of documents each. */
class AgreementTest {

    private static final int DOCUMENTS = 3000;
    private static final int[] DISORDER = {0, 0, 0, 50, 200, 500};
    private static final long SEED = 20260728;

    private static FeatureSet features = FeatureSet.EMPTY;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        Workshop.Outcome outcome = Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(source())
                .compile()
                .clean();
        features = FeatureSet.of((McpModule) outcome.make("agreement.EchoesModule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wholes", "reals", "texts", "forms", "choices", "many", "blobs", "tree", "shapes", "crossed", "inside",
                "often", "named"
            })
    void schemaAndReaderAcceptTheSameDocumentsAndResultsFitTheirSchema(String name) throws Exception {
        Tool tool = Objects.requireNonNull(features.tools().get(name));
        Schemas input = new Schemas(tool.listing().input());
        Validator validator = new Validator(input.root());
        Validator results = new Validator(Objects.requireNonNull(tool.listing().output()));
        int accepted = 0;

        for (int i = 0; i < DOCUMENTS; i++) {
            long seed = SEED + i;
            JsonObject document = document(input, seed, DISORDER[i % DISORDER.length]);
            String what = name + ", seed " + seed + ": " + JsonWriter.text(document);
            Optional<Json> result = call(tool, document, what);

            Json normal = new Normal(input).of(document, input.root(), "");
            assertThat(result.isPresent())
                    .as(what + problems(validator, normal))
                    .isEqualTo(validator.accepts(normal));
            result.ifPresent(
                    json -> assertThat(results.problems(json)).as(what + json).isEmpty());
            accepted += result.isPresent() ? 1 : 0;
        }

        assertThat(accepted).as("accepted of " + DOCUMENTS).isBetween(DOCUMENTS / 5, DOCUMENTS * 4 / 5);
    }

    private static JsonObject document(Schemas schemas, long seed, int disorder) throws Exception {
        Json made = new DocumentMaker(schemas, new Random(seed), disorder).document();
        JsonObject document = made instanceof JsonObject object ? object : JsonObject.of("document", made);
        return (JsonObject) JsonReader.read(JsonWriter.text(document));
    }

    /** The structured result, empty if the arguments were refused. */
    private static Optional<Json> call(Tool tool, JsonObject arguments, String what) throws Exception {
        try {
            ToolResult result = tool.body().call(arguments, TestCall.builder().build());
            assertThat(result.failed()).as(what).isFalse();
            return Optional.ofNullable(result.structured());
        } catch (InvalidArguments refused) {
            assertThat(refused.problems()).as(what).isNotEmpty();
            return Optional.empty();
        }
    }

    private static String problems(Validator validator, Json normal) {
        return "\nas the validator sees it: " + JsonWriter.text(normal) + "\nwhat it finds: "
                + validator.problems(normal);
    }

    private static String source() throws IOException {
        try (InputStream file = AgreementTest.class.getResourceAsStream("/agreement/Echoes.java.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
