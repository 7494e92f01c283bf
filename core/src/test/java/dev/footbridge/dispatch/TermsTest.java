package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditException;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.definition.Definition;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.feature.ToolTerms;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.BillingHook;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.limit.Quota;
import dev.footbridge.limit.Rate;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a tool asks for itself, who bills for it, and what is counted before anybody is known. */
final class TermsTest {

    private final List<String> records = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ran = new AtomicInteger();
    private final McpServer.Builder server = McpServer.named(Implementation.of("test", "1"));

    @Test
    void theRateOfAToolHoldsWithoutAnyOtherLimit() throws Exception {
        HttpHandler handler = serving(ToolTerms.USUAL.ratedAt(Rate.parse("2/h")));

        assertThat(call(handler).has("result")).isTrue();
        assertThat(call(handler).has("result")).isTrue();
        JsonObject refused = call(handler).object("error").orElseThrow();

        assertThat(refused.integer("code")).hasValue(42900);
        assertThat(refused.string("message"))
                .hasValueSatisfying(text -> assertThat(text).contains("for tool work", "2 per hour"));
        assertThat(ran).hasValue(2);
    }

    @Test
    void eachRequestOfABatchCountsAtItsAddress() throws Exception {
        server.limits(limiter(LimitRule.of("ip", LimitRule.Per.ADDRESS).rate(Rate.parse("2/h"))));
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Conversation conversation = server.build().converse(Caller.ANONYMOUS, line -> heard.add(line.asUtf8()));
        Arrival there = new Arrival("r", Optional.of("192.0.2.1"), Optional.empty(), true);
        conversation.receive(
                Bytes.utf8(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                                + "\"protocolVersion\":\"2025-03-26\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}"));
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

        conversation.receive(Bytes.utf8("[" + ping + "," + ping + "," + ping + "]"), Caller.ANONYMOUS, there);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("protocolVersion");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull().doesNotContain("42900");
        conversation.receive(Bytes.utf8("[" + ping + "," + ping + "]"), Caller.ANONYMOUS, there);

        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .contains("\"id\":1,\"result\":{}", "\"id\":1,\"error\":{\"code\":42900", "retryAfterSeconds");
    }

    @Test
    void theCostOfAToolIsTakenFromQuotas() throws Exception {
        server.limits(limiter(LimitRule.of("day", LimitRule.Per.CALLER).quota(Quota.parse("10/day"))));
        HttpHandler handler = serving(ToolTerms.USUAL.costing(6));

        assertThat(call(handler).has("result")).isTrue();
        assertThat(call(handler).has("error")).isTrue();
    }

    @Test
    void whatIsRecordedFirstHasTwoRecords() throws Exception {
        HttpHandler handler =
                recorded(AuditSink.ofTexts(records::add), AuditSettings.DEFAULTS, ToolTerms.USUAL.recordingFirst());

        call(handler);

        assertThat(records.stream()
                        .map(line -> Post.parse(line).string("status").orElse("")))
                .containsExactly("intent", "ok");
        assertThat(records.stream()
                        .map(line -> Post.parse(line).string("request.id").orElse("")))
                .hasSize(2)
                .allMatch(id -> id.equals(
                        Post.parse(records.get(0)).string("request.id").orElse("")));
    }

    @Test
    void theOperatorMayWantAnyToolRecordedFirst() throws Exception {
        AuditSettings settings = AuditSettings.DEFAULTS.recordingFirst("w*");

        call(recorded(AuditSink.ofTexts(records::add), settings, ToolTerms.USUAL));

        assertThat(records).hasSize(2);
    }

    @Test
    void withoutItsRecordTheToolDoesNotRun() throws Exception {
        HttpHandler failing = recorded(
                line -> {
                    throw new AuditException("disk full", null);
                },
                AuditSettings.DEFAULTS,
                ToolTerms.USUAL.recordingFirst());
        HttpHandler silent = McpServer.named(Implementation.of("silent", "1"))
                .features(FeatureSet.builder()
                        .tool(tool(ToolTerms.USUAL.recordingFirst(), this::works))
                        .build())
                .build()
                .http();

        for (HttpHandler handler : List.of(failing, silent)) {
            HttpResponse response = Post.modern(handler, "tools/call", "work", "\"name\":\"work\"")
                    .response();
            assertThat(response.status()).isEqualTo(503);
            assertThat(((Bytes) response.body()).asUtf8()).contains("50300").doesNotContain("disk");
        }
        assertThat(ran).hasValue(0);
    }

    @Test
    void whileNothingCanBeRecordedOtherToolsGoOnAndTheGapIsRecordedLater() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        HttpHandler handler = recorded(
                AuditSink.ofTexts(line -> {
                    if (down.get()) {
                        throw new AuditException("disk full", null);
                    }
                    records.add(line);
                }),
                AuditSettings.DEFAULTS,
                ToolTerms.USUAL);

        assertThat(call(handler).has("result")).isTrue();
        assertThat(call(handler).has("result")).isTrue();
        down.set(false);
        assertThat(call(handler).has("result")).isTrue();

        assertThat(ran).hasValue(3);
        assertThat(records).hasSize(1);
        assertThat(Post.parse(records.get(0)).integer("lost")).hasValue(2);
    }

    @Test
    void everyRecordOfACallSaysWhatItsToolWasThen() throws Exception {
        Tool first = tool(ToolTerms.USUAL, this::works);
        Tool second = Tool.named("work").describedAs("Works harder.").calls(this::works);
        McpServer changing = built(AuditSink.ofTexts(records::add), AuditSettings.DEFAULTS, first);

        call(changing.http());
        call(changing.http());
        changing.catalog().replace(FeatureSet.builder().tool(second).build());
        call(changing.http());
        Post.modern(changing.http(), "tools/call", "other", "\"name\":\"other\"")
                .json();

        assertThat(digests())
                .containsExactly(
                        Definition.of(first).digest(),
                        Definition.of(first).digest(),
                        Definition.of(second).digest(),
                        "");
    }

    private List<String> digests() {
        return records.stream()
                .map(line -> Post.parse(line)
                        .object("tool")
                        .flatMap(tool -> tool.string("sha256"))
                        .orElse(""))
                .toList();
    }

    @Test
    void whoIsToPayFirstGetsThePriceAndNoCall() throws Exception {
        JsonObject price = JsonObject.of("amount", "0.10");
        server.billing(new Till(new BillingHook.PaymentRequired(price)));

        JsonObject result =
                result(call(recorded(AuditSink.ofTexts(records::add), AuditSettings.DEFAULTS, ToolTerms.USUAL)));

        assertThat(result.isTrue("isError")).isTrue();
        assertThat(result.object("structuredContent")).contains(price);
        assertThat(ran).hasValue(0);
        assertThat(Post.parse(records.get(0)).string("status")).contains("payment_required");
    }

    @Test
    void whoBillsHearsHowEveryCallEnded() throws Exception {
        Till till = new Till(new BillingHook.Allow());
        server.billing(till);

        JsonObject paid = result(call(serving(ToolTerms.USUAL.costing(3))));
        call(serving(ToolTerms.USUAL, (in, call) -> {
            throw new ToolFailure("no");
        }));
        call(serving(ToolTerms.USUAL, (in, call) -> {
            throw new IllegalStateException("bug");
        }));
        call(serving(ToolTerms.USUAL, (in, call) -> {
            call.ask("go", Form.asking("Go?", Field.flag("yes")));
            return ToolResult.text("went");
        }));

        assertThat(till.told).containsExactly("3 SUCCEEDED", "1 FAILED", "1 ABORTED", "1 AWAITING");
        assertThat(paid.object("_meta").orElseThrow().string("shop/receipt")).contains("r1");
    }

    @Test
    void aResultThatIsTooLargeToBePassedOnIsBilledAsAFailureAndHasItsReceipt() throws Exception {
        Till till = new Till(new BillingHook.Allow());
        server.billing(till)
                .config(ServerConfig.DEFAULTS.toBuilder().maxResultLength(300).build());

        JsonObject result = result(call(serving(ToolTerms.USUAL, (in, call) -> ToolResult.text("z".repeat(301)))));

        assertThat(result.isTrue("isError")).isTrue();
        assertThat(till.told).containsExactly("1 FAILED");
        assertThat(result.object("_meta").orElseThrow().string("shop/receipt")).contains("r1");
    }

    @Test
    void anAddressThatComesTooOftenIsRefusedBeforeItsCredentialIsRead() {
        AtomicInteger asked = new AtomicInteger();
        server.limits(limiter(LimitRule.of("ip", LimitRule.Per.ADDRESS).rate(Rate.parse("2/h"))));
        server.authenticator(request -> {
            asked.incrementAndGet();
            return new Authenticator.Refused(401, "Bearer", "Who?");
        });
        McpServer built =
                built(AuditSink.ofTexts(records::add), AuditSettings.DEFAULTS, tool(ToolTerms.USUAL, this::works));
        HttpHandler other = built.guarded(request -> HttpResponse.empty(401));

        assertThat(from("203.0.113.9", built.http()).status()).isEqualTo(401);
        assertThat(from("203.0.113.9", other).status()).isEqualTo(401);
        HttpResponse refused = from("203.0.113.9", built.http());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("retry-after")).isPresent();
        assertThat(from("203.0.113.9", other).status()).isEqualTo(429);
        assertThat(from("203.0.113.10", built.http()).status()).isEqualTo(401);
        assertThat(asked).hasValue(2);
        assertThat(records.stream()
                        .map(line -> Post.parse(line).string("status").orElse("")))
                .containsExactly(
                        "unauthenticated", "unauthenticated", "rate_limited", "rate_limited", "unauthenticated");
    }

    private ToolResult works(Object in, Object call) {
        ran.incrementAndGet();
        return ToolResult.text("done");
    }

    private HttpHandler serving(ToolTerms terms) {
        return serving(terms, this::works);
    }

    private HttpHandler serving(ToolTerms terms, ToolFunction function) {
        return server.features(FeatureSet.builder().tool(tool(terms, function)).build())
                .build()
                .http();
    }

    private HttpHandler recorded(AuditSink sink, AuditSettings settings, ToolTerms terms) {
        return built(sink, settings, tool(terms, this::works)).http();
    }

    private McpServer built(AuditSink sink, AuditSettings settings, Tool tool) {
        AuditTrail trail =
                new AuditTrail("s", new AuditKey(Secret.ofText("k".repeat(32))), sink, AuditTrail.Heads.NONE);
        return server.features(FeatureSet.builder().tool(tool).build())
                .audit(Audit.of(trail, settings, Log.none(), InstantSource.system()))
                .build();
    }

    private static Tool tool(ToolTerms terms, ToolFunction function) {
        return Tool.named("work").describedAs("Works.").on(terms).calls(function);
    }

    private static Limiter limiter(LimitRule rule) {
        return new Limiter(List.of(rule), new MemoryLimitStore(), false, InstantSource.system(), Log.none());
    }

    private static JsonObject call(HttpHandler handler) throws InterruptedException {
        return Post.modern(handler, "tools/call", "work", "\"name\":\"work\"").json();
    }

    private static JsonObject result(JsonObject answer) {
        return answer.object("result").orElseThrow();
    }

    private static HttpResponse from(String address, HttpHandler handler) {
        Arrival arrival = new Arrival("-", Optional.of(address), Optional.empty(), false);
        return handler.handle(
                new HttpRequest("POST", "/mcp", "", new Headers(Post.common()), Bytes.utf8("{}"), arrival));
    }

    /** Keeps what it is told. */
    private static final class Till implements BillingHook {
        private final Verdict verdict;
        private final List<String> told = new ArrayList<>();

        Till(Verdict verdict) {
            this.verdict = verdict;
        }

        @Override
        public Verdict before(Facts call) {
            return verdict;
        }

        @Override
        public JsonObject after(Facts call, Outcome outcome) {
            told.add(call.cost() + " " + outcome);
            return JsonObject.of("shop/receipt", "r" + told.size());
        }
    }
}
