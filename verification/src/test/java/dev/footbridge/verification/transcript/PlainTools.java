package dev.footbridge.verification.transcript;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.IntegerField;
import dev.footbridge.argument.OptionalField;
import dev.footbridge.argument.TextField;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ResourceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Tools of the transcripts that answer at once. */
final class PlainTools {

    private static final IntegerField A = Field.integer("a");
    private static final IntegerField B = Field.integer("b");
    private static final TextField TEXT = Field.text("text");
    private static final OptionalField<String> REGION =
            Field.text("region").header("Region").optional();
    private static final OptionalField<Long> COUNT =
            Field.integer("count").header("Count").optional();
    private static final OptionalField<Boolean> URGENT =
            Field.flag("urgent").header("Urgent").optional();
    private static final Bytes THREE_BYTES = Bytes.of(new byte[] {1, 2, 3});

    private final AtomicInteger counter = new AtomicInteger();

    List<Tool> all() {
        return List.of(
                Tool.named("add")
                        .describedAs("Adds two whole numbers.")
                        .effect(Effect.READ_ONLY)
                        .closedWorld()
                        .takes(A, B)
                        .returns(Field.integer("sum"))
                        .calls((in, call) ->
                                ToolResult.structured(JsonObject.of("sum", Json.of(in.get(A) + in.get(B))))),
                Tool.named("echo")
                        .describedAs("Says it again.")
                        .takes(TEXT)
                        .calls((in, call) -> ToolResult.text(in.get(TEXT))),
                tool("array", call -> ToolResult.structured(JsonArray.of(Json.of(1), Json.of(2)))),
                tool("nothing", call -> ToolResult.structured(JsonNull.NULL)),
                tool("silent", call -> ToolResult.of()),
                Tool.named("liar")
                        .describedAs("Breaks its promise.")
                        .returns(A)
                        .calls((in, call) -> ToolResult.structured(JsonObject.of("a", "no number"))),
                tool("media", call -> media()),
                tool(
                        "whoami",
                        call -> ToolResult.text("client " + call.client().name() + " "
                                + call.client().version())),
                tool("trace", PlainTools::trace),
                tool("count", call -> ToolResult.text("" + counter.incrementAndGet())),
                tool("logs", PlainTools::logs),
                tool("fail", call -> {
                    throw new ToolFailure("Try again tomorrow.");
                }),
                tool("crash", call -> {
                    throw new IllegalStateException("the secret is in /etc/passwd");
                }),
                Tool.named("mirror")
                        .describedAs("Has arguments in headers.")
                        .takes(REGION, COUNT, URGENT)
                        .calls((in, call) -> ToolResult.text(mirrored(in))));
    }

    static Tool tool(String name, Function<Call, ToolResult> function) {
        return Tool.named(name).describedAs("For transcripts.").calls((in, call) -> function.apply(call));
    }

    private static ToolResult media() {
        JsonObject link =
                JsonObject.builder().put("uri", "mem://one").put("name", "one").build();
        return ToolResult.of(
                Content.text("t"),
                Content.image(THREE_BYTES, "image/png"),
                Content.audio(THREE_BYTES, "audio/wav"),
                Content.link(link),
                Content.embedded(ResourceContents.text("mem://one", "text/plain", "one")));
    }

    private static ToolResult trace(Call call) {
        return ToolResult.text(call.trace().traceparent().orElse("-") + " "
                + call.trace().tracestate().orElse("-") + " "
                + call.trace().baggage().orElse("-"));
    }

    private static ToolResult logs(Call call) {
        call.log(LogLevel.DEBUG, Json.of("d"));
        call.log(LogLevel.WARNING, Json.of("w"));
        call.log(LogLevel.ERROR, JsonObject.of("e", Json.of(1)));
        return ToolResult.text("logged");
    }

    private static String mirrored(Values in) {
        List<String> parts = new ArrayList<>();
        in.get(REGION).ifPresent(value -> parts.add("region=" + value));
        in.get(COUNT).ifPresent(value -> parts.add("count=" + value));
        in.get(URGENT).ifPresent(value -> parts.add("urgent=" + value));
        return String.join(" ", parts);
    }
}
