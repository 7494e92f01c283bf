package dev.footbridge.verification.fuzz;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.OptionalField;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything before a tool: no bytes are the server's fault, no header of an answer can be broken open, every JSON that
 * is sent can be read, an origin is let in only if it is allowed, and a tool runs once, and only where all headers
 * agree.
 */
public final class HeadersTarget {

    private static final OptionalField<String> REGION =
            Field.text("region").header("Region").optional();
    private static final OptionalField<Long> COUNT =
            Field.integer("count").header("Count").optional();

    private static final int REQUESTS_PER_SERVER = 20_000;

    private static @Nullable HeadersTarget current;

    private final McpServer server = server();
    private int requests;
    private int runs;
    private @Nullable Throwable logged;

    private HeadersTarget() {}

    private McpServer server() {
        ToolFunction body = (in, call) -> {
            runs++;
            return ToolResult.text("ran");
        };
        Log log = (level, requestId, message, cause) -> logged = cause == null ? logged : cause;
        return McpServer.named(Implementation.of("fuzzed", "1.0"))
                .features(FeatureSet.builder()
                        .tool(Tool.named("touch").describedAs("For fuzzing.").calls(body))
                        .tool(Tool.named("regional")
                                .describedAs("For fuzzing.")
                                .takes(REGION, COUNT)
                                .calls(body))
                        .build())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .allowedOrigins(List.of(Agreement.ORIGIN))
                        .keepAlive(Duration.ofMillis(1))
                        .build())
                .threads(HeadersTarget::here)
                .log(log)
                .build();
    }

    /** A call runs where its client waits, so that one input is one path. */
    private static Thread here(Runnable work) {
        return new Thread(work) {
            @Override
            public synchronized void start() {
                work.run();
            }
        };
    }

    /** Loads the classes: the first input has no more time than the others. */
    public static void fuzzerInitialize() {
        Seeds.of("headers").forEach(seed -> fuzzerTestOneInput(Seeds.bytes(seed)));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (current == null || current.requests >= REQUESTS_PER_SERVER) {
            current = new HeadersTarget();
        }
        current.ask(WireText.request(bytes));
    }

    /** How often the last input made a tool run. */
    static int lastRuns() {
        return current == null ? 0 : current.runs;
    }

    private void ask(HttpRequest request) {
        requests++;
        runs = 0;
        logged = null;
        Caught answer = Caught.of(server.http(), request);
        if (logged != null) {
            throw new AssertionError("the log has a cause", logged);
        }
        Held.that(answer.status() >= 200 && answer.status() < 500, "status " + answer.status());
        answer.texts().forEach(HeadersTarget::isReadable);
        answer.headers().values().forEach((name, values) -> values.forEach(HeadersTarget::isOneLine));
        originIsAllowed(request, answer);
        Held.that(runs <= 1, "the tool ran " + runs + " times");
        Optional<String> objection = Agreement.objection(request);
        Held.that(runs == 0 || objection.isEmpty(), "a tool ran, although " + objection.orElse(""));
    }

    private static void isReadable(String text) {
        try {
            Held.that(text.isEmpty() || JsonReader.read(text) != null, "never");
        } catch (JsonException unreadable) {
            throw new AssertionError("the answer is no JSON", unreadable);
        }
    }

    private static void isOneLine(String value) {
        Held.that(value.chars().allMatch(c -> c >= ' ' && c < 0x7F), "a header that no adapter can send");
    }

    private static void originIsAllowed(HttpRequest request, Caught answer) {
        for (String allowed : answer.headers().all("access-control-allow-origin")) {
            Held.that(
                    request.headers().all("origin").equals(List.of(allowed)),
                    "another origin is let in than the one that asks");
            Held.that(!allowed.equals("*") && !allowed.equals("null"), "every origin is let in");
        }
    }
}
