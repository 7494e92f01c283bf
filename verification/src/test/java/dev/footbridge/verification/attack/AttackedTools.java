package dev.footbridge.verification.attack;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.IntegerField;
import dev.footbridge.argument.ListField;
import dev.footbridge.argument.OptionalField;
import dev.footbridge.argument.TextField;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.KeptState;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.schema.RawSchema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What an attacker would like to run. Every tool counts. */
final class AttackedTools {

    /** In the message of what a tool throws, and never in an answer. */
    static final String SECRET = "hunter2-jdbc-password";

    private static final TextField TEXT = Field.text("text").maxLength(1000);
    private static final IntegerField AMOUNT = Field.integer("amount").min(1).max(1_000_000);
    private static final TextField CURRENCY = Field.text("currency").maxLength(3);
    private static final ListField<String> LINES =
            Field.list(Field.text("lines")).maxItems(10);
    private static final OptionalField<String> REGION =
            Field.text("region").header("Region").optional();
    private static final OptionalField<Long> COUNT =
            Field.integer("count").header("Count").optional();
    private static final TextField NAME = Field.text("name");
    private static final TextField TOPIC = Field.text("topic");
    private static final TextField HANDLE = Field.text("handle");

    private static final String PATTERNED = """
            {"type":"object","properties":{
             "greedy":{"type":"string","pattern":"(.*),(.*),(.*),(.*)x"},
             "letters":{"type":"string","pattern":"^(a+)+$"},
             "spaces":{"type":"string","pattern":"\\\\s+$"},
             "words":{"type":"string","pattern":"^(a|b|ab)*c$"}},
             "additionalProperties":false}""";

    private static final String RECURSIVE = """
            {"type":"object","properties":{"node":{"$ref":"#/$defs/node"}},"additionalProperties":false,
             "$defs":{"node":{"anyOf":[
              {"type":"object","properties":{"next":{"$ref":"#/$defs/node"}},"required":["next","a"]},
              {"type":"object","properties":{"next":{"$ref":"#/$defs/node"}},"required":["next","b"]},
              {"type":"object","properties":{"leaf":{"type":"integer"}},"required":["leaf"]}]}}}""";

    private final AtomicLong runs = new AtomicLong();

    long runs() {
        return runs.get();
    }

    List<Tool> all() {
        return List.of(
                named("touch").effect(Effect.READ_ONLY).calls(counted((in, call) -> ToolResult.text("touched"))),
                named("echo").takes(TEXT).calls(counted((in, call) -> ToolResult.text(in.get(TEXT)))),
                named("pay").takes(AMOUNT, CURRENCY).calls(counted((in, call) -> ToolResult.text("paid"))),
                named("lines").takes(LINES).calls(counted((in, call) -> ToolResult.text("lines"))),
                named("regional").takes(REGION, COUNT).calls(counted((in, call) -> ToolResult.text("regional"))),
                named("admin").calls(counted((in, call) -> ToolResult.text("done"))),
                named("scoped").scopes("notes:write").calls(counted((in, call) -> ToolResult.text("written"))),
                named("patterned").takes(RawSchema.of(PATTERNED)).calls(counted((in, call) -> ToolResult.text("fits"))),
                named("recursive").takes(RawSchema.of(RECURSIVE)).calls(counted((in, call) -> ToolResult.text("fits"))),
                named("who").takes(TEXT).calls(counted((in, call) -> ToolResult.text(in.get(TEXT) + seen(call)))),
                named("crash").calls(counted((in, call) -> {
                    throw new IllegalStateException("jdbc:postgresql://db/x?password=" + SECRET);
                })),
                named("crash_deep").calls(counted((in, call) -> deep(0))),
                named("liar")
                        .returns(Field.integer("sum"))
                        .calls(counted((in, call) -> ToolResult.structured(JsonObject.of("sum", SECRET)))),
                named("noisy").calls(counted((in, call) -> ToolResult.text("a\u001b[31mred\u202egnihtemos"))),
                named("flood").calls(counted((in, call) -> ToolResult.text("z".repeat(10_000_000)))),
                named("ask").calls(counted((in, call) -> ask(call, "Who?"))),
                named("ask_too").calls(counted((in, call) -> ask(call, "Who?"))),
                named("ask_about").takes(TOPIC).calls(counted((in, call) -> ask(call, "Who knows " + in.get(TOPIC)))),
                named("keep").takes(TEXT).calls(counted((in, call) -> keep(in.get(TEXT), call))),
                named("recall").takes(HANDLE).calls(counted((in, call) -> recall(in.get(HANDLE), call))));
    }

    private static Tool.Builder named(String name) {
        return Tool.named(name).describedAs("For attacks.");
    }

    private ToolFunction counted(ToolFunction body) {
        return (in, call) -> {
            runs.incrementAndGet();
            return body.call(in, call);
        };
    }

    /** All that a tool can find out about whoever calls it. */
    private static String seen(Call call) {
        return " " + List.of(call.caller(), call.client(), call.trace(), call.meta(), call.deadline());
    }

    private static ToolResult deep(int level) {
        return level < 0 ? ToolResult.text("never") : deep(level + 1);
    }

    private static ToolResult ask(Call call, String question) {
        return ToolResult.text(
                "said " + call.ask("who", Form.asking(question, NAME)).accepted());
    }

    private static ToolResult keep(String text, Call call) {
        KeptState kept = call.newState();
        kept.put(JsonObject.of("text", Json.of(text)), Duration.ofHours(12));
        return ToolResult.text(kept.handle());
    }

    private static ToolResult recall(String handle, Call call) {
        return ToolResult.text(call.state(handle)
                .get()
                .flatMap(kept -> kept.string("text"))
                .orElseThrow(() -> new ToolFailure("There is nothing under this handle.")));
    }
}
