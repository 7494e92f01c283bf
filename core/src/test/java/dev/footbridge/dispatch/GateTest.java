package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Decision;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is let through, what is said to the others, and what is recorded of both. */
final class GateTest {

    private final List<String> records = Collections.synchronizedList(new ArrayList<>());
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ran = new AtomicInteger();
    private final CountDownLatch recorded = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Field<Long> amount = Field.integer("amount");

    private static final String POLICY = """
            {"rules":[
              {"id":"open","allow":"*","tools":["open","fails","asks","slow","throws","hangs"]},
              {"id":"scoped","allow":"*","tools":"scoped","scopes":"orders:write"},
              {"id":"small","allow":"*","tools":"pay","when":[{"arg":"/amount","lte":10}]},
              {"id":"docs","allow":"*","resources":"docs://public","prompts":"letter"}]}
            """;

    @Test
    void whatIsDeniedLooksLikeWhatIsNotThere() throws Exception {
        HttpHandler server = server(policy(POLICY));

        HttpResponse denied = Post.modern(server, "tools/call", "secret", "\"name\":\"secret\"")
                .response();
        HttpResponse unknown = Post.modern(server, "tools/call", "nothing", "\"name\":\"nothing\"")
                .response();

        assertThat(denied).isEqualTo(unknown);
        assertThat(ran).hasValue(0);
        assertThat(names(server, "tools/list", "tools"))
                .doesNotContain("secret")
                .contains("open", "scoped", "pay");
        assertThat(names(server, "prompts/list", "prompts")).containsExactly("letter");
        assertThat(names(server, "resources/list", "resources")).containsExactly("public");
        assertThat(Post.modern(server, "resources/read", "docs://secret", "\"uri\":\"docs://secret\"")
                        .json()
                        .has("error"))
                .isTrue();
        assertThat(Post.modern(server, "prompts/get", "other", "\"name\":\"other\"")
                        .json()
                        .object("error")
                        .orElseThrow()
                        .string("message"))
                .contains("Unknown prompt");
    }

    @Test
    void aLackOfScopesSaysWhichAndHowToAskForThem() throws Exception {
        HttpResponse refusal = Post.modern(server(policy(POLICY)), "tools/call", "scoped", "\"name\":\"scoped\"")
                .response();

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.headers().first("www-authenticate")).contains("Step [orders:write, tool:own]");
        assertThat(((Bytes) refusal.body()).asUtf8())
                .contains("This needs a credential with the scopes: orders:write tool:own");
        assertThat(status()).isEqualTo("denied");
    }

    @Test
    void theLogSaysOnceInAWhileWhatWasDeniedAndByWhichRule() throws Exception {
        HttpHandler server = server(policy(POLICY));

        call(server, "secret", "{}");
        call(server, "secret", "{}");
        call(server, "open", "{}");
        for (String uri : List.of("docs://secret", "docs://AKIA0123456789ABCDEF")) {
            Post.modern(server, "resources/read", uri, "\"uri\":\"" + uri + "\"")
                    .response();
        }

        assertThat(logged)
                .containsExactly(
                        "denied, no rule allows it: tool secret",
                        "denied, no rule allows it: resource docs://secret",
                        "denied, no rule allows it: resource ***");
    }

    @Test
    void conditionsOnArgumentsDecideTheCall() throws Exception {
        HttpHandler server = server(policy(POLICY));

        assertThat(call(server, "pay", "{\"amount\":10}").has("result")).isTrue();
        assertThat(call(server, "pay", "{\"amount\":11}").has("error")).isTrue();
        assertThat(ran).hasValue(1);
    }

    @Test
    void aPolicyThatIsOnlyLoggedLetsCallsPassAndRecordsWhatItWouldHaveSaid() throws Exception {
        HttpHandler server = server(policy(POLICY.replaceFirst("\\{", "{\"mode\":\"log_only\",")));

        assertThat(call(server, "secret", "{}").has("result")).isTrue();
        assertThat(record().object("policy").orElseThrow().string("decision")).contains("deny");
        assertThat(record().object("policy").orElseThrow().string("mode")).contains("log_only");
        assertThat(names(server, "tools/list", "tools")).contains("secret");
    }

    @Test
    void aPolicyThatCannotDecideDenies() throws Exception {
        HttpHandler server = server(new PolicyDecisionPoint() {
            @Override
            public Decision decide(Caller caller, Access access) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public String digest() {
                return "remote";
            }
        });

        assertThat(call(server, "open", "{}").has("error")).isTrue();
        assertThat(names(server, "tools/list", "tools")).isEmpty();
        assertThat(ran).hasValue(0);
        assertThat(logged)
                .containsExactly("the policy could not decide", "denied, the policy could not decide: tool open");
    }

    @Test
    void aChangeOfThePolicyCountsForTheNextCall() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        HttpHandler server = server(new PolicyDecisionPoint() {
            @Override
            public Decision decide(Caller caller, Access access) {
                return new Decision(open.get(), "switch", "", Set.of());
            }

            @Override
            public String digest() {
                return "switch";
            }
        });

        assertThat(call(server, "open", "{}").has("result")).isTrue();
        open.set(false);
        assertThat(call(server, "open", "{}").has("error")).isTrue();
        assertThat(names(server, "tools/list", "tools")).isEmpty();
        open.set(true);
        assertThat(call(server, "open", "{}").has("result")).isTrue();
    }

    @Test
    void whoeverHangsUpIsRecordedAsThat() throws Exception {
        HttpHandler server = server(policy(POLICY));
        Post post = Post.modern(server, "tools/call", "hangs", "\"name\":\"hangs\"");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        post.hangUp();
        post.end();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(recorded.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(records).hasSize(1);
        assertThat(status()).isEqualTo("cancelled");
        assertThat(post.saidAnything()).isFalse();
    }

    @Test
    void everyOutcomeIsRecordedOnce() throws Exception {
        HttpHandler server = server(policy(POLICY));

        call(server, "open", "{}");
        assertThat(status()).isEqualTo("ok");
        call(server, "fails", "{}");
        assertThat(status()).isEqualTo("tool_error");
        call(server, "throws", "{}");
        assertThat(status()).isEqualTo("tool_error");
        call(server, "open", "{\"stranger\":1}");
        assertThat(status()).isEqualTo("invalid_arguments");
        call(server, "secret", "{}");
        assertThat(status()).isEqualTo("denied");
        call(server, "asks", "{}");
        assertThat(status()).isEqualTo("input_required");
        call(server, "slow", "{}");
        assertThat(status()).isEqualTo("timeout");
        Post.send(server, "POST", Map.of("host", List.of("localhost")), "{}").response();
        assertThat(status()).isEqualTo("protocol_error");
        Post.send(server, "POST", Map.of("host", List.of("evil.example")), "{}").response();
        assertThat(status()).isEqualTo("protocol_error");
        Post.send(server, "POST", Map.of("host", List.of("localhost"), "x-nobody", List.of("1")), "{}")
                .response();
        assertThat(status()).isEqualTo("unauthenticated");
        Post.modern(server, "tools/list", "", "").json();
        assertThat(records).hasSize(10);
    }

    @Test
    void aRecordSaysWhoCalledWhatAndNoneOfTheValues() throws Exception {
        call(server(policy(POLICY)), "pay", "{\"amount\":7}");

        JsonObject record = record();
        assertThat(record.string("gen_ai.tool.name")).contains("pay");
        assertThat(record.string("mcp.method.name")).contains("tools/call");
        assertThat(record.object("caller").orElseThrow().string("method")).contains("api_key");
        assertThat(record.object("caller").orElseThrow().string("subject").orElseThrow())
                .startsWith("hmac:");
        assertThat(records.get(0)).doesNotContain("alice").doesNotContain("\"amount\"");
    }

    @Test
    void aRecordSaysInWhichTraceTheCallWas() throws Exception {
        HttpHandler server = server(policy(POLICY));
        String parent = "00-" + "4b".repeat(16) + "-" + "00f067aa0ba902b7-01";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"open\","
                + Post.MODERN_META.replaceFirst("\\}\\}$", "},\"traceparent\":\"" + parent + "\"}") + "}}";
        Map<String, List<String>> headers = new HashMap<>(Post.common());
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("tools/call"));
        headers.put("mcp-name", List.of("open"));

        Post.send(server, "POST", headers, body).json();
        assertThat(record().string("trace_id")).contains("4b".repeat(16));
        Post.send(server, "POST", headers, body.replace(parent, parent + "x")).json();
        assertThat(record().has("trace_id")).isFalse();
    }

    @Test
    void withoutAPolicyToolsStillAskForTheirScopes() throws Exception {
        HttpHandler server = server(PolicyDecisionPoint.scopesOnly());

        assertThat(call(server, "scoped", "{}").has("error")).isTrue();
        assertThat(call(server, "secret", "{}").has("result")).isTrue();
        assertThat(names(server, "tools/list", "tools")).contains("scoped");
    }

    private HttpHandler server(PolicyDecisionPoint policy) {
        AuditTrail trail = new AuditTrail(
                "i", new AuditKey(Secret.ofText("k".repeat(32))), AuditSink.ofTexts(this::keep), AuditTrail.Heads.NONE);
        return McpServer.named(Implementation.of("test", "1"))
                .features(features())
                .policy(policy)
                .audit(Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system()))
                .authenticator(new Known())
                .log((level, requestId, message, cause) -> logged.add(message))
                .build()
                .http();
    }

    private void keep(String record) {
        records.add(record);
        recorded.countDown();
    }

    private FeatureSet features() {
        return FeatureSet.builder()
                .tool(tool("open").calls((in, call) -> done()))
                .tool(tool("secret").calls((in, call) -> done()))
                .tool(tool("scoped").scopes("tool:own").calls((in, call) -> done()))
                .tool(tool("pay").takes(amount).calls((in, call) -> done()))
                .tool(tool("fails").calls((in, call) -> {
                    throw new ToolFailure("no");
                }))
                .tool(tool("throws").calls((in, call) -> {
                    throw new IllegalStateException("bug");
                }))
                .tool(tool("asks").calls((in, call) -> {
                    call.ask("k", new Form("Sure?", Fields.of(Field.flag("yes"))));
                    return done();
                }))
                .tool(tool("slow").timeout(java.time.Duration.ofMillis(50)).calls((in, call) -> {
                    Thread.sleep(5_000);
                    return done();
                }))
                .tool(tool("hangs").calls((in, call) -> hang()))
                .resource(resource("public"))
                .resource(resource("secret"))
                .prompt(prompt("letter"))
                .prompt(prompt("other"))
                .build();
    }

    private ToolResult hang() throws InterruptedException {
        begun.countDown();
        try {
            Thread.sleep(60_000);
            return ToolResult.text("nobody hears this");
        } finally {
            interrupted.countDown();
        }
    }

    private ToolResult done() {
        ran.incrementAndGet();
        return ToolResult.text("done");
    }

    private static Tool.Builder tool(String name) {
        return Tool.named(name).describedAs("Does it.");
    }

    private static Resource resource(String name) {
        return Resource.at("docs://" + name)
                .named(name)
                .reads((uri, variables, call) -> List.of(ResourceContents.text(uri, "text/plain", "")));
    }

    private static Prompt prompt(String name) {
        return Prompt.named(name).describedAs("A prompt.").renders((arguments, call) -> PromptResult.user("text"));
    }

    private static JsonObject call(HttpHandler server, String tool, String arguments) throws Exception {
        return Post.modern(server, "tools/call", tool, "\"name\":\"" + tool + "\",\"arguments\":" + arguments)
                .json();
    }

    private static List<String> names(HttpHandler server, String method, String member) throws Exception {
        return Post.modern(server, method, "", "")
                .json()
                .object("result")
                .flatMap(result -> result.array(member))
                .orElseThrow()
                .items()
                .stream()
                .map(item -> ((JsonObject) item).string("name").orElseThrow())
                .toList();
    }

    private static PolicyDecisionPoint policy(String json) throws Exception {
        return PolicyReader.read((JsonObject) JsonReader.read(json));
    }

    private JsonObject record() throws Exception {
        return (JsonObject) JsonReader.read(records.get(records.size() - 1));
    }

    private String status() throws Exception {
        return record().string("status").orElseThrow();
    }

    private static final class Known implements Authenticator {
        @Override
        public Outcome authenticate(HttpRequest request) {
            return request.headers().has("x-nobody")
                    ? new Refused(401, "Bearer", "Who are you?")
                    : new Identified(
                            Caller.named("test", "alice", AuthMethod.API_KEY).build());
        }

        @Override
        public String stepUp(Set<String> scopes) {
            return "Step " + scopes;
        }
    }
}
