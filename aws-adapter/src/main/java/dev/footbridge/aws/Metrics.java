package dev.footbridge.aws;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.observe.Observation;
import dev.footbridge.observe.Observer;
import dev.footbridge.protocol.ErrorCode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Metrics without a call to anything: CloudWatch makes them of lines in the log (embedded metric format). Calls,
 * errors, refusals, cold starts and durations, by method and by tool. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
final class Metrics implements Observer {

    private static final Json DIRECTIVES = JsonArray.of(JsonObject.builder()
            .put("Namespace", "Footbridge")
            .put(
                    "Dimensions",
                    JsonArray.of(JsonArray.of(Json.of("method")), JsonArray.of(Json.of("method"), Json.of("tool"))))
            .put(
                    "Metrics",
                    JsonArray.of(
                            metric("Calls", "Count"),
                            metric("Errors", "Count"),
                            metric("Refusals", "Count"),
                            metric("ColdStarts", "Count"),
                            metric("Duration", "Milliseconds")))
            .build());

    private final PrintStream out;
    private final InstantSource clock;
    private final AtomicBoolean warm = new AtomicBoolean();

    Metrics(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    private static Json metric(String name, String unit) {
        return JsonObject.builder().put("Name", name).put("Unit", unit).build();
    }

    @Override
    public Observation begin(Observed request) {
        long start = System.nanoTime();
        return (error, code) -> {
            boolean ours =
                    error.equals("tool_error") || error.equals("timeout") || code == ErrorCode.INTERNAL_ERROR.number();
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.println(JsonWriter.text(JsonObject.builder()
                    .put(
                            "_aws",
                            JsonObject.builder()
                                    .put("Timestamp", clock.instant().toEpochMilli())
                                    .put("CloudWatchMetrics", DIRECTIVES)
                                    .build())
                    .put("method", request.method())
                    .put("tool", request.name().isEmpty() ? "-" : request.name())
                    .put("error", error)
                    .put("Calls", 1)
                    .put("Errors", ours ? 1 : 0)
                    .put("Refusals", !ours && !error.isEmpty() ? 1 : 0)
                    .put("ColdStarts", warm.getAndSet(true) ? 0 : 1)
                    .put("Duration", Json.of(millis))
                    .build()));
        };
    }
}
