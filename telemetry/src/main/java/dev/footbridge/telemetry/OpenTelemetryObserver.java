package dev.footbridge.telemetry;

import dev.footbridge.observe.Observation;
import dev.footbridge.observe.Observer;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Trace;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server span for each request, whose parent is what {@code _meta.traceparent} names, and the duration of each in the
 * histogram {@code mcp.server.operation.duration}. While a tool runs its span is the current one, so that what the tool
 * calls with instrumented libraries is found below it. Arguments and results are never told. Thread-safe.
 *
 * @see <a href="https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/mcp.md">Conventions
 *     for MCP</a>
 */
public final class OpenTelemetryObserver implements Observer {

    private static final String SCOPE = "dev.footbridge";
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("mcp.method.name");
    private static final AttributeKey<String> REVISION = AttributeKey.stringKey("mcp.protocol.version");
    private static final AttributeKey<String> ID = AttributeKey.stringKey("jsonrpc.request.id");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> TRANSPORT = AttributeKey.stringKey("network.transport");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("rpc.response.status_code");

    /** The buckets that the conventions give for durations of MCP, in seconds. */
    private static final List<Double> BUCKETS =
            List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);

    /** A client that errs is no error of the server's. */
    private static final Set<String> OURS =
            Set.of("tool_error", "timeout", Integer.toString(ErrorCode.INTERNAL_ERROR.number()));

    private static final double NANOS = 1e9;

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final DoubleHistogram durations;

    /** @param sdk such as {@code GlobalOpenTelemetry.get()}, where an agent or an SDK was put */
    public OpenTelemetryObserver(OpenTelemetry sdk) {
        tracer = sdk.getTracer(SCOPE);
        propagator = sdk.getPropagators().getTextMapPropagator();
        Meter meter = sdk.getMeter(SCOPE);
        durations = meter.histogramBuilder("mcp.server.operation.duration")
                .setUnit("s")
                .setDescription("How long the server took for a request.")
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
    }

    /** The scope is closed when the observation ends, which is on the same thread. */
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public Observation begin(Observed request) {
        Attributes common = common(request);
        Span span = tracer.spanBuilder(
                        request.name().isEmpty() ? request.method() : request.method() + " " + request.name())
                .setSpanKind(SpanKind.SERVER)
                .setParent(propagator.extract(Context.current(), request.parent(), Carrier.GETTER))
                .setAllAttributes(common)
                .setAttribute(ID, request.id())
                .startSpan();
        long start = System.nanoTime();
        Scope scope = span.makeCurrent();
        return (error, code) -> {
            scope.close();
            AttributesBuilder ended = Attributes.builder();
            if (!error.isEmpty()) {
                ended.put(ERROR, error);
            }
            if (code != 0) {
                ended.put(CODE, Integer.toString(code));
            }
            Attributes outcome = ended.build();
            span.setAllAttributes(outcome);
            if (OURS.contains(error)) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
            durations.record(
                    (System.nanoTime() - start) / NANOS,
                    common.toBuilder().putAll(outcome).build(),
                    Context.current().with(span));
        };
    }

    private static Attributes common(Observed request) {
        AttributesBuilder common = Attributes.builder()
                .put(METHOD, request.method())
                .put(REVISION, request.revision())
                .put(TRANSPORT, request.overNetwork() ? "tcp" : "pipe");
        if (!request.name().isEmpty()) {
            common.put(AttributeKey.stringKey(request.kind()), request.name());
        }
        if (request.method().equals("tools/call")) {
            common.put(OPERATION, "execute_tool");
        }
        return common.build();
    }

    /** Reads {@code _meta} as a propagator reads headers. */
    private enum Carrier implements TextMapGetter<Trace> {
        GETTER;

        @Override
        public @Nullable String get(@Nullable Trace trace, String key) {
            if (trace == null) {
                return null;
            }
            return switch (key) {
                case "traceparent" -> trace.traceparent().orElse(null);
                case "tracestate" -> trace.tracestate().orElse(null);
                case "baggage" -> trace.baggage().orElse(null);
                default -> null;
            };
        }
    }
}
