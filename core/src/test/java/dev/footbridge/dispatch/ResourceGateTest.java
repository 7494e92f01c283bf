package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ResourceContents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is denied by its URI is denied however the URI is written. */
final class ResourceGateTest {

    private static final String POLICY = """
            {"rules":[
              {"id":"docs","allow":"*","resources":"docs:///*"},
              {"id":"private","deny":"*","resources":"docs:///private/*"}]}
            """;

    private final HttpHandler server = server();

    private static HttpHandler server() {
        try {
            return McpServer.named(Implementation.of("test", "1"))
                    .features(FeatureSet.builder()
                            .template(ResourceTemplate.matching("docs:///{+path}")
                                    .named("docs")
                                    .completes("path", (typed, others, call) -> List.of("open/a", "private/a"))
                                    .reads((uri, variables, call) -> List.of(ResourceContents.text(
                                            uri, "text/plain", "text of " + variables.get("path")))))
                            .build())
                    .policy(PolicyReader.read((JsonObject) JsonReader.read(POLICY)))
                    .build()
                    .http();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open/a", "open%2Fa", "%6Fpen/a", "priv", "private"})
    void whatIsAllowedIsRead(String path) throws Exception {
        assertThat(read("docs:///" + path).toString()).contains("text of ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private/a",
                "%70rivate/a",
                "%70%72%69%76%61%74%65/a",
                "private%2Fa",
                "private%2fa",
                "priv%61te%2F%61",
                "private/%61",
                "open/../private/a",
                "open/./a",
                "open/%2e%2E/private/a",
                "open/.."
            })
    void whatIsDeniedIsNotReadUnderAnotherSpelling(String path) throws Exception {
        assertThat(read("docs:///" + path).object("error").orElseThrow().string("message"))
                .contains("Resource not found");
    }

    @Test
    void whatIsDeniedIsNotProposedEither() throws Exception {
        JsonObject answer = Post.modern(
                        server,
                        "completion/complete",
                        "",
                        "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"docs:///{+path}\"},"
                                + "\"argument\":{\"name\":\"path\",\"value\":\"\"}")
                .json();

        assertThat(answer.toString()).contains("open/a").doesNotContain("private");
    }

    private JsonObject read(String uri) throws InterruptedException {
        return Post.modern(server, "resources/read", uri, "\"uri\":\"" + uri + "\"")
                .json();
    }
}
