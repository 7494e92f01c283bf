package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.MissingSecretException;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a tool gets of the server's secrets, and what of that reaches whom. */
class SecretsInCallsTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Throwable> logged = new CopyOnWriteArrayList<>();

    private final Secrets watched = new Secrets() {
        @Override
        public Optional<Secret> find(String name) {
            asked.add(name);
            return name.equals("orders-api-key") ? Optional.of(Secret.ofText("s3cr3t")) : Optional.empty();
        }

        @Override
        public String place(String name) {
            return "vault /prod/" + name;
        }
    };

    private McpServer.Builder server() {
        Log log = (level, requestId, message, cause) -> {
            if (cause != null) {
                logged.add(cause);
            }
        };
        return McpServer.named(Implementation.of("test", "1"))
                .log(log)
                .features(FeatureSet.builder()
                        .tool(Tool.named("use")
                                .describedAs("Uses a key.")
                                .calls((in, call) -> ToolResult.text("used a key of "
                                        + call.secrets().get("orders-api-key").reveal().length + " bytes")))
                        .tool(Tool.named("lack")
                                .describedAs("Uses a key that is not there.")
                                .calls((in, call) -> ToolResult.text(
                                        call.secrets().get("absent-key").toString())))
                        .build());
    }

    private static String modern(HttpHandler server, String tool) throws InterruptedException {
        return Post.modern(server, "tools/call", tool, "\"name\":\"" + tool + "\"")
                .json()
                .toString();
    }

    private static String legacy(HttpHandler server, String tool) throws InterruptedException {
        String session = Post.legacy(
                        server,
                        "",
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                                + "\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}")
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();
        return Post.legacy(
                        server,
                        session,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                                + "\"}}")
                .json()
                .toString();
    }

    @Test
    void aToolGetsASecretInBothEras() throws Exception {
        HttpHandler server = server().secrets(watched).build().http();

        assertThat(modern(server, "use")).contains("used a key of 6 bytes");
        assertThat(legacy(server, "use")).contains("used a key of 6 bytes");
    }

    @Test
    void nothingIsLookedUpBeforeAToolAsks() throws Exception {
        HttpHandler server = server().secrets(watched).build().http();
        modern(server, "nothing");
        assertThat(asked).isEmpty();

        modern(server, "use");
        modern(server, "use");

        assertThat(asked).containsExactly("orders-api-key", "orders-api-key");
    }

    @Test
    void aMissingSecretIsNamedInTheLogAndNowhereElse() throws Exception {
        HttpHandler server = server().secrets(watched).build().http();

        assertThat(modern(server, "lack"))
                .contains("Something went wrong on the server.")
                .doesNotContain("absent-key", "vault");
        assertThat(legacy(server, "lack"))
                .contains("Something went wrong on the server.")
                .doesNotContain("absent-key", "vault");

        assertThat(logged)
                .hasSize(2)
                .allSatisfy(cause -> assertThat(cause)
                        .isInstanceOf(MissingSecretException.class)
                        .hasMessage("there is no secret absent-key; looked for in vault /prod/absent-key"));
    }

    @Test
    void aServerThatWasGivenNoneSaysSoInTheLog() throws Exception {
        modern(server().build().http(), "use");

        assertThat(logged)
                .singleElement()
                .satisfies(cause -> assertThat(cause).hasMessageContaining("McpServer.Builder.secrets"));
    }

    @Test
    void whatFailsIsLoggedWithoutTheKeyInItsUri() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpHandler server = McpServer.named(Implementation.of("test", "1"))
                .log((level, requestId, message, cause) -> lines.add(message))
                .features(FeatureSet.builder()
                        .template(ResourceTemplate.matching("docs:///{path}")
                                .named("docs")
                                .reads((uri, variables, call) -> {
                                    throw new IllegalStateException("bug");
                                }))
                        .build())
                .build()
                .http();

        for (String uri : List.of("docs:///a", "docs:///AKIA0123456789ABCDEF")) {
            Post.modern(server, "resources/read", uri, "\"uri\":\"" + uri + "\"")
                    .response();
        }

        assertThat(lines).containsExactly("resources/read docs:///a failed", "resources/read *** failed");
    }
}
