package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.feature.ToolTerms;
import dev.footbridge.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} warns of when it is up. */
final class OversightsTest {

    private static final String URL = "http://127.0.0.1:8080/mcp";

    private static final Tool TOOL = Tool.named("pay")
            .describedAs("Pays.")
            .calls((in, call) -> ToolResult.text("done"))
            .on(ToolTerms.USUAL.recordingFirst());

    @TempDir
    private Path folder;

    private List<String> found(FeatureSet features, String... words) throws CommandFailure {
        Arguments arguments = Arguments.parse(List.of(words), Option.kinds(Option.SERVE));
        ServeOptions options = ServeOptions.of(arguments, Map.of("HOME", folder.toString()), Log.none());
        return new Oversights(arguments, options, features).found(URL, folder);
    }

    private String oauth(String resource) throws Exception {
        return Files.writeString(folder.resolve("oauth.yaml"), """
                        version: 1
                        oauth:
                          resource: %s
                          issuers: [ { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" } ]
                        """.formatted(resource))
                .toString();
    }

    @Test
    void clientsThatAreSentToAnotherPortOrPathOfThisMachineAreNoticed() throws Exception {
        assertThat(found(FeatureSet.EMPTY, "--settings", oauth("http://localhost:9000/mcp")))
                .containsExactly("oauth.resource is http://localhost:9000/mcp, and this server is at " + URL
                        + ": clients are sent to the former");
        assertThat(found(FeatureSet.EMPTY, "--settings", oauth("http://localhost:8080/other")))
                .hasSize(1);
        assertThat(found(FeatureSet.EMPTY, "--settings", oauth("http://localhost:8080/mcp")))
                .isEmpty();
        assertThat(found(FeatureSet.EMPTY, "--settings", oauth("https://mcp.example.com/mcp")))
                .isEmpty();
    }

    @Test
    void settingsThatLieThereAndWereNotGivenAreNoticed() throws Exception {
        assertThat(found(FeatureSet.EMPTY)).isEmpty();
        Path file = Files.writeString(folder.resolve("footbridge.yaml"), "version: 1");

        assertThat(found(FeatureSet.EMPTY))
                .containsExactly(
                        "footbridge.yaml is here, and was not given: it holds with --settings footbridge.yaml");
        assertThat(found(FeatureSet.EMPTY, "--settings", file.toString())).isEmpty();
        assertThat(found(FeatureSet.EMPTY, "--keys", "keys.json")).isEmpty();
    }

    @Test
    void toolsThatAreRecordedFirstNeedRecords() throws Exception {
        FeatureSet features = FeatureSet.builder().tools(List.of(TOOL)).build();

        assertThat(found(features))
                .containsExactly(
                        "calls of pay are refused: they have to be recorded first, and there is no --audit" + " FILE");
        assertThat(found(features, "--audit", folder.resolve("audit.jsonl").toString()))
                .isEmpty();
    }
}
