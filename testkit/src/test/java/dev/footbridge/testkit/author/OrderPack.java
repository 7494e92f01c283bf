package dev.footbridge.testkit.author;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.FlagField;
import dev.footbridge.argument.IntegerField;
import dev.footbridge.argument.TextField;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.call.RootsRequest;
import dev.footbridge.call.SampleRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ResourceContents;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tools, resources and prompts as an author writes them, for the tests of what tests them. */
final class OrderPack {

    static final TextField ID = Field.text("id").minLength(3).header("Order");
    static final IntegerField LIMIT = Field.integer("limit").min(1).max(50).header("Limit");
    private static final FlagField YES = Field.flag("yes");

    private OrderPack() {}

    static FeatureSet features() {
        return FeatureSet.builder()
                .tool(Tool.named("find_order")
                        .describedAs("Finds an order.")
                        .takes(ID, LIMIT.defaultsTo(10L))
                        .calls(OrderPack::find))
                .tool(Tool.named("cancel_order")
                        .describedAs("Cancels an order.")
                        .takes(ID)
                        .calls(OrderPack::cancel))
                .tool(tool("pack_order", OrderPack::pack))
                .tool(tool("who_am_i", OrderPack::whoAmI))
                .tool(tool("ask_model", OrderPack::askModel))
                .tool(tool("ask_folders", OrderPack::askFolders))
                .tool(tool("pay", OrderPack::pay))
                .tool(tool("ask_forever", OrderPack::askForever))
                .tool(tool("come_back", OrderPack::comeBack))
                .resource(Resource.at("order://one")
                        .named("one")
                        .reads((uri, variables, call) ->
                                List.of(ResourceContents.text(uri, "text/plain", "Order one"))))
                .template(ResourceTemplate.matching("order://{id}/lines")
                        .completes("id", (typed, others, call) -> List.of(typed + "1", typed + "2"))
                        .reads((uri, variables, call) ->
                                List.of(ResourceContents.text(uri, null, "Lines of " + variables.get("id")))))
                .prompt(Prompt.named("explain")
                        .requires("order", "Which order.")
                        .completedBy((typed, others, call) -> List.of(typed + "x"))
                        .renders((arguments, call) -> PromptResult.user("Explain order " + arguments.get("order"))))
                .build();
    }

    static Tool tool(String name, ToolFunction function) {
        return Tool.named(name).describedAs("For a test.").calls(function);
    }

    private static ToolResult find(Values in, Call call) {
        if (in.get(ID).equals("gone")) {
            throw new ToolFailure("There is no order " + in.get(ID) + ".");
        }
        return ToolResult.structured(JsonObject.builder()
                .put("id", in.get(ID))
                .put("limit", in.get(LIMIT.defaultsTo(10L)))
                .build());
    }

    static ToolResult cancel(Values in, Call call) {
        FormAnswer answer = call.ask("confirm", Form.asking("Cancel order " + in.get(ID) + "?", YES));
        if (!answer.accepted()) {
            throw new ToolFailure("The user said " + answer.action() + ".");
        }
        return ToolResult.text(answer.get(YES) ? "Cancelled." : "Kept.");
    }

    static ToolResult pack(Values in, Call call) {
        call.progress(1, 2, "");
        call.log(LogLevel.DEBUG, Json.of("half of it"));
        call.progress(2, 2, "");
        return ToolResult.text("Packed.");
    }

    static ToolResult whoAmI(Values in, Call call) {
        return ToolResult.text(call.caller().subject() + " may "
                + call.caller().scopes().stream().sorted().collect(Collectors.joining(" ")));
    }

    private static ToolResult askModel(Values in, Call call) {
        JsonObject said = call.ask("model", SampleRequest.of("Say hi.", 10));
        return ToolResult.text(said.object("content")
                .flatMap(content -> content.string("text"))
                .orElse(""));
    }

    private static ToolResult askFolders(Values in, Call call) {
        return ToolResult.text(call.ask("folders", new RootsRequest()).stream()
                .map(RootsRequest.Root::uri)
                .collect(Collectors.joining(" ")));
    }

    private static ToolResult pay(Values in, Call call) {
        return ToolResult.text(call.ask("page", new UrlVisit("Please pay.", URI.create("https://pay.example/1")))
                .name());
    }

    private static ToolResult askForever(Values in, Call call) {
        for (int i = 0; ; i++) {
            call.askAll(Map.of("again" + i, Form.asking("Again?", YES)));
        }
    }

    private static ToolResult comeBack(Values in, Call call) {
        call.releaseConnection();
        call.progress(1, 1, "");
        return ToolResult.text("Welcome back.");
    }
}
