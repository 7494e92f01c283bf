package dev.footbridge.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.protocol.Implementation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the SDK of OpenTelemetry gets to see of requests to a real server. */
final class OpenTelemetryObserverTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @RegisterExtension
    static final OpenTelemetryExtension SDK = OpenTelemetryExtension.create();

    private final AtomicReference<String> within = new AtomicReference<>("");

    @Test
    void aCallIsAServerSpanBelowTheClientsAndAboveTheTools() throws Exception {
        call("find", ",\"traceparent\":\"" + PARENT + "\"");

        SpanData span = SDK.getSpans().get(0);
        assertThat(span.getName()).isEqualTo("tools/call find");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(within).hasValue(span.getSpanId());
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getAttributes().asMap())
                .containsEntry(stringKey("mcp.method.name"), "tools/call")
                .containsEntry(stringKey("mcp.protocol.version"), "2026-07-28")
                .containsEntry(stringKey("gen_ai.tool.name"), "find")
                .containsEntry(stringKey("gen_ai.operation.name"), "execute_tool")
                .containsEntry(stringKey("jsonrpc.request.id"), "1")
                .containsEntry(stringKey("network.transport"), "pipe")
                .doesNotContainKey(stringKey("error.type"));
    }

    @Test
    void failuresSayOfWhatKindTheyAre() throws Exception {
        call("fails", "");
        call("stranger", "");

        List<SpanData> spans = SDK.getSpans();
        assertThat(spans.get(0).getAttributes().get(stringKey("error.type"))).isEqualTo("tool_error");
        assertThat(spans.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.get(1).getName()).isEqualTo("tools/call");
        assertThat(spans.get(1).getAttributes().get(stringKey("rpc.response.status_code")))
                .isEqualTo("-32602");
        assertThat(spans.get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void clientsMakeNoNamesUp() throws Exception {
        send("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"made/up\",\"params\":{" + meta("") + "}}");

        SpanData span = SDK.getSpans().get(0);
        assertThat(span.getName()).isEqualTo("_OTHER");
        assertThat(span.getAttributes().asMap())
                .containsEntry(stringKey("mcp.method.name"), "_OTHER")
                .containsEntry(stringKey("jsonrpc.request.id"), "a");
    }

    @Test
    void durationsAreCountedInSecondsByMethodAndTool() throws Exception {
        call("find", "");
        call("find", "");

        MetricData durations = SDK.getMetrics().stream()
                .filter(metric -> metric.getName().equals("mcp.server.operation.duration"))
                .findFirst()
                .orElseThrow();
        assertThat(durations.getUnit()).isEqualTo("s");
        HistogramPointData point =
                durations.getHistogramData().getPoints().iterator().next();
        assertThat(point.getCount()).isEqualTo(2);
        assertThat(point.getMax()).isLessThan(10);
        assertThat(point.getAttributes().get(stringKey("gen_ai.tool.name"))).isEqualTo("find");
        assertThat(point.getAttributes().get(stringKey("jsonrpc.request.id"))).isNull();
    }

    private void call(String tool, String meta) throws Exception {
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\","
                + meta(meta) + "}}");
    }

    private static String meta(String more) {
        return "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}" + more + "}";
    }

    /** Over a conversation of lines; returns once the answer is here and its span has ended. */
    private void send(String line) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        int before = SDK.getSpans().size();
        McpServer server = McpServer.named(Implementation.of("test", "1"))
                .features(FeatureSet.builder()
                        .tool(tool("find", (in, call) -> {
                            within.set(Span.current().getSpanContext().getSpanId());
                            return ToolResult.text("found");
                        }))
                        .tool(tool("fails", (in, call) -> {
                            throw new ToolFailure("no");
                        }))
                        .build())
                .observer(new OpenTelemetryObserver(SDK.getOpenTelemetry()))
                .build();
        try (Conversation conversation = server.converse(Caller.ANONYMOUS, answer -> answered.countDown())) {
            conversation.receive(Bytes.utf8(line));
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(SDK.getSpans()).hasSize(before + 1);
    }

    private static Tool tool(String name, ToolFunction function) {
        return Tool.named(name).describedAs("Does it.").calls(function);
    }
}
