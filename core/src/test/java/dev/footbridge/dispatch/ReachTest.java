package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Reach;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.HeaderParams;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.security.Authenticator;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A credential that names something is for nothing else. */
final class ReachTest {

    private static final Reach ONE_TOOL = Reach.ofTools(Set.of("find"));
    private static final Reach OPEN_DOCS = new Reach(Set.of(), Set.of("docs:///open/*", "docs:///{+path}"), Set.of());

    @Test
    void aCredentialForSomeToolsIsForNoResourceAndNoPrompt() throws Exception {
        HttpHandler server = server(ONE_TOOL);

        assertThat(text(server, "tools/call", "find", "\"name\":\"find\"")).contains("done");
        assertThat(text(server, "tools/call", "drop", "\"name\":\"drop\"")).contains("Unknown tool");
        assertThat(text(server, "prompts/get", "plan", "\"name\":\"plan\"")).contains("Unknown prompt");
        assertThat(read(server, "docs:///open/a")).contains("Resource not found");
        assertThat(text(server, "tools/list", "", "")).contains("find").doesNotContain("drop");
        assertThat(text(server, "prompts/list", "", "")).doesNotContain("plan");
        assertThat(text(server, "resources/templates/list", "", "")).doesNotContain("docs");
    }

    @Test
    void aCredentialForResourcesReadsThoseHoweverTheyAreWrittenAndNoOthers() throws Exception {
        HttpHandler server = server(OPEN_DOCS);

        assertThat(read(server, "docs:///open/a")).contains("text of open/a");
        assertThat(read(server, "docs:///private/a")).contains("Resource not found");
        assertThat(read(server, "docs:///open/%2E%2E/private/a")).contains("Resource not found");
        assertThat(text(server, "tools/call", "find", "\"name\":\"find\"")).contains("Unknown tool");
    }

    @Test
    void noWayToWriteADotSegmentLeadsOutOfAReach() throws Exception {
        HttpHandler server = server(new Reach(Set.of(), Set.of("docs:///open/*", "note://open*"), Set.of()));

        assertThat(read(server, "note://open1")).contains("note open1");
        assertThat(read(server, "note://open%2F..%2Fprivate")).contains("Resource not found");
        assertThat(read(server, "note://open%5c..%5cprivate")).contains("Resource not found");
        assertThat(read(server, "docs:///open/..%5cprivate")).contains("Resource not found");
        assertThat(read(server, "docs:///open/%252e%252e/private")).contains("Resource not found");
    }

    @Test
    void theHeadersOfAToolThatTheCredentialIsNotForAreNotToldOf() throws Exception {
        HttpHandler server = server(ONE_TOOL);

        assertThat(text(server, "tools/call", "routed", "\"name\":\"routed\",\"arguments\":{\"region\":\"eu\"}"))
                .contains("Unknown tool");
    }

    @Test
    void aCredentialForPromptsIsForThose() throws Exception {
        HttpHandler server = server(new Reach(Set.of(), Set.of(), Set.of("pl*")));

        assertThat(text(server, "prompts/get", "plan", "\"name\":\"plan\"")).contains("the plan");
        assertThat(text(server, "tools/list", "", "")).doesNotContain("find");
    }

    @Test
    void completionProposesNothingThatTheCredentialIsNotFor() throws Exception {
        String asked = "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"docs:///{+path}\"},"
                + "\"argument\":{\"name\":\"path\",\"value\":\"\"}";

        assertThat(text(server(OPEN_DOCS), "completion/complete", "", asked))
                .contains("open/a")
                .doesNotContain("private");
        assertThat(text(server(ONE_TOOL), "completion/complete", "", asked)).doesNotContain("open/a");
    }

    @Test
    void changesOfWhatTheCredentialIsNotForAreNotTold() {
        Gate gate = new Gate(
                PolicyDecisionPoint.scopesOnly(), Authenticator.anonymous(), Log.none(), InstantSource.system());

        assertThat(gate.tells(caller(OPEN_DOCS), new Change.ResourceUpdated("docs:///open/a")))
                .isTrue();
        assertThat(gate.tells(caller(OPEN_DOCS), new Change.ResourceUpdated("docs:///private/a")))
                .isFalse();
        assertThat(gate.tells(caller(ONE_TOOL), new Change.ResourceUpdated("docs:///open/a")))
                .isFalse();
    }

    private static HttpHandler server(Reach reach) {
        return McpServer.named(Implementation.of("test", "1"))
                .features(FeatureSet.builder()
                        .tool(Tool.named("find").describedAs("Finds.").calls((in, call) -> ToolResult.text("done")))
                        .tool(Tool.named("drop").describedAs("Drops.").calls((in, call) -> ToolResult.text("done")))
                        .tool(Tool.named("routed")
                                .describedAs("Routes.")
                                .takes(Field.text("region"))
                                .calls((in, call) -> ToolResult.text("done"))
                                .mirroring(new HeaderParams.Param("Mcp-Param-Region", List.of("region"), "string")))
                        .prompt(Prompt.named("plan").renders((in, call) -> PromptResult.user("the plan")))
                        .template(ResourceTemplate.matching("docs:///{+path}")
                                .named("docs")
                                .completes("path", (typed, others, call) -> List.of("open/a", "private/a"))
                                .reads((uri, variables, call) -> List.of(
                                        ResourceContents.text(uri, "text/plain", "text of " + variables.get("path")))))
                        .template(ResourceTemplate.matching("note://{id}")
                                .named("note")
                                .reads((uri, variables, call) -> List.of(
                                        ResourceContents.text(uri, "text/plain", "note " + variables.get("id")))))
                        .build())
                .authenticator(request -> new Authenticator.Identified(caller(reach)))
                .build()
                .http();
    }

    private static Caller caller(Reach reach) {
        return Caller.named("apikey", "ada", AuthMethod.API_KEY).reach(reach).build();
    }

    private static String read(HttpHandler server, String uri) throws InterruptedException {
        return text(server, "resources/read", uri, "\"uri\":\"" + uri + "\"");
    }

    private static String text(HttpHandler server, String method, String name, String params)
            throws InterruptedException {
        JsonObject answer = Post.modern(server, method, name, params).json();
        return answer.toString();
    }
}
