package dev.footbridge.testkit.author;

import static dev.footbridge.testkit.author.OrderPack.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.call.Caller;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.BearerTokenAuthenticator;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that stands between a request and its tool is there in a test too. */
final class GuardsTest {

    private static final Caller ANN = new Caller("acme", "https://id.example", "ann", Set.of("read", "write"));

    private final TestClock clock = TestClock.fixed();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private McpServer.Builder server(Tool... more) {
        FeatureSet.Builder features = OrderPack.features().toBuilder();
        for (Tool tool : more) {
            features.tool(tool);
        }
        return McpServer.named(Implementation.of("guarded", "1"))
                .features(features.build())
                .clock(clock);
    }

    private McpTester locked() {
        return McpTester.of(server().authenticator(new BearerTokenAuthenticator(Secret.ofText("opensesame"))));
    }

    @ParameterizedTest
    @EnumSource
    void callerWithoutACredentialIsRefused(ProtocolVersion revision) {
        assertThat(locked().revision(revision).call("who_am_i"))
                .hasStatus(401)
                .hasHeader("www-authenticate", "Bearer")
                .refusedWith(ErrorCode.INVALID_REQUEST, "token is required");
    }

    @ParameterizedTest
    @EnumSource
    void tokenIsJudgedByTheServersAuthenticator(ProtocolVersion revision) {
        McpTester client = locked().revision(revision);

        assertThat(client.bearer("opensesame").call("who_am_i")).succeeded().hasText("token may ");
        assertThat(client.bearer("openbarley").call("who_am_i")).hasStatus(401);
    }

    @ParameterizedTest
    @EnumSource
    void toolSeesTheCallerAndItsScopes(ProtocolVersion revision) {
        McpTester client = locked().revision(revision).as(ANN);

        assertThat(client.call("who_am_i")).succeeded().hasText("ann may read write");
    }

    @Test
    void headersAndOriginsAreGuarded() {
        McpTester tester = McpTester.of(server());

        assertThat(tester.header("Host", "evil.example").call("who_am_i")).hasStatus(403);
        assertThat(tester.header("Origin", "https://evil.example").call("who_am_i"))
                .hasStatus(403);
        assertThat(tester.header("Mcp-Name", "pay").call("who_am_i"))
                .refusedWith(ErrorCode.HEADER_MISMATCH, "Mcp-Name");
        assertThat(tester.header("Mcp-Param-Order", "other").call("find_order", "id", "DE1"))
                .refusedWith(ErrorCode.HEADER_MISMATCH, "Mcp-Param-Order");
    }

    @Test
    void argumentsAreMirroredAsTheListedSchemaSays() {
        McpTester tester = McpTester.of(server());

        Outcome outcome = tester.call("find_order", "id", "Köln 7", "limit", 5);

        assertThat(outcome).succeeded();
        assertThat(outcome.conversation())
                .contains("> mcp-name: find_order")
                .contains("> mcp-param-Order: =?base64?S8O2bG4gNw==?=")
                .contains("> mcp-param-Limit: 5");
    }

    @Test
    void bodyThatIsTooLargeIsRefused() {
        ServerConfig small = ServerConfig.DEFAULTS.toBuilder().maxBodyBytes(900).build();

        assertThat(McpTester.of(server().config(small)).call("find_order", "id", "x".repeat(900)))
                .hasStatus(413);
    }

    @ParameterizedTest
    @EnumSource
    void toolIsStoppedAtItsDeadline(ProtocolVersion revision) {
        Tool slow = Tool.named("slow")
                .describedAs("Takes longer than it may.")
                .timeout(Duration.ofSeconds(10))
                .calls((in, call) -> {
                    call.onCancel(stopped::countDown);
                    clock.advance(Duration.ofSeconds(11));
                    call.progress(1, 2, "");
                    stopped.await(10, TimeUnit.SECONDS);
                    return ToolResult.text("too late");
                });

        assertThat(McpTester.of(server(slow)).revision(revision).call("slow")).failedWith("took too long");
        assertThat(stopped.getCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void toolHearsThatItsClientGaveUp(ProtocolVersion revision) throws InterruptedException {
        ServerConfig lively = ServerConfig.DEFAULTS.toBuilder()
                .keepAlive(Duration.ofMillis(20))
                .build();
        Tool patient = tool("patient", (in, call) -> {
            call.onCancel(stopped::countDown);
            call.progress(1, 2, "");
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
            return ToolResult.text("never heard");
        });

        Outcome outcome = McpTester.of(server(patient).config(lively))
                .revision(revision)
                .givingUpAfter(1)
                .call("patient");

        assertThat(outcome).isUnanswered().reported(Progress.of(1, 2));
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
