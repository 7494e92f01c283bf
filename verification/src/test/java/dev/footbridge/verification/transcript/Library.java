package dev.footbridge.verification.transcript;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Icon;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.schema.RawSchema;
import java.util.List;
import java.util.stream.IntStream;

/** Resources and prompts of the transcripts, and the small sets of features. */
final class Library {

    private static final String PICKY = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
            "$defs":{"a":{"$anchor":"here","type":"string"}},
            "properties":{"x":{"$ref":"#/$defs/a"},"y":{"type":"integer","x-unknown":[1,2.50]}},
            "allOf":[{"anyOf":[{"required":["x"]},{"required":["y"]}]}],"not":{"required":["z"]},
            "if":{"required":["x"]},"then":{"required":["y"]},"else":{},"additionalProperties":false}""";

    private Library() {}

    static FeatureSet everythingBut(List<Tool> tools) {
        return FeatureSet.builder()
                .tools(tools)
                .resource(Resource.at("mem://one")
                        .named("one")
                        .title("One")
                        .mimeType("text/plain")
                        .size(3)
                        .reads((uri, variables, call) -> List.of(ResourceContents.text(uri, "text/plain", "one"))))
                .resource(Resource.at("mem://two").named("two").reads((uri, variables, call) -> {
                    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
                    return List.of(ResourceContents.blob(uri, "application/octet-stream", bytes));
                }))
                .resource(Resource.at("mem://guarded")
                        .reads((uri, variables, call) -> List.of(ResourceContents.text(
                                uri, null, "for " + AskingTools.name(call.ask("who", AskingTools.WHO))))))
                .template(items())
                .prompt(Prompt.named("plain")
                        .describedAs("Says hello.")
                        .renders((arguments, call) -> PromptResult.user("Hello.")))
                .prompt(hello())
                .prompt(Prompt.named("asking")
                        .describedAs("Asks first.")
                        .renders((arguments, call) ->
                                PromptResult.user("About " + AskingTools.name(call.ask("who", AskingTools.WHO)) + ".")))
                .build();
    }

    private static ResourceTemplate items() {
        return ResourceTemplate.matching("mem://items/{id}")
                .named("items")
                .completes("id", (typed, others, call) -> List.of(typed + others.getOrDefault("shelf", "")))
                .reads((uri, variables, call) -> switch (variables.getOrDefault("id", "")) {
                    case "none" -> List.of();
                    case "broken" -> throw new IllegalStateException("the secret is in /etc/passwd");
                    default -> List.of(ResourceContents.text(uri, null, "item " + variables.get("id")));
                });
    }

    private static Prompt hello() {
        return Prompt.named("hello")
                .describedAs("Greets.")
                .requires("name", "Who.")
                .completedBy((typed, others, call) -> List.of("Ada", "Alan").stream()
                        .filter(name -> name.startsWith(typed))
                        .toList())
                .accepts("tone", "How.")
                .completedBy((typed, others, call) -> IntStream.range(0, 150)
                        .mapToObj(number -> "tone " + number)
                        .toList())
                .renders((arguments, call) ->
                        PromptResult.user("Hello " + arguments.get("name") + ", " + arguments.get("tone")));
    }

    /** One tool with everything a tool can be told of. */
    static FeatureSet tiny() {
        return FeatureSet.builder()
                .tool(Tool.named("only")
                        .title("The only one")
                        .describedAs("Does nothing.")
                        .icons(new Icon("https://example.com/i.png", "image/png", List.of("48x48"), "dark"))
                        .meta(JsonObject.of("com.example/x", Json.of(1)))
                        .calls((in, call) -> ToolResult.text("nothing")))
                .build();
    }

    /** One tool with a document as its schema. */
    static FeatureSet schemas() {
        return FeatureSet.builder()
                .tool(Tool.named("picky")
                        .describedAs("Has a schema of its own.")
                        .takes(RawSchema.of(PICKY))
                        .calls((in, call) -> ToolResult.text("fine")))
                .build();
    }
}
