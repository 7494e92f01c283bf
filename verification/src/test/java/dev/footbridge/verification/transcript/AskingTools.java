package dev.footbridge.verification.transcript;

import static dev.footbridge.verification.transcript.PlainTools.tool;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.TextField;
import dev.footbridge.call.Answers;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.call.RootsRequest;
import dev.footbridge.call.SampleRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tools of the transcripts that ask before they answer. */
final class AskingTools {

    static final TextField NAME = Field.text("name");
    static final Form WHO = Form.asking("Who?", NAME);

    private static final TextField TOPIC = Field.text("topic");
    private static final SampleRequest MODEL = SampleRequest.of("Say hi.", 10);
    private static final SampleRequest MODEL_WITH_TOOLS =
            new SampleRequest(MODEL.params().with("tools", JsonArray.EMPTY));
    private static final RootsRequest FOLDERS = new RootsRequest();
    private static final UrlVisit VISIT = new UrlVisit("Please pay.", URI.create("https://pay.example/1"));

    private AskingTools() {}

    static List<Tool> all() {
        return List.of(
                tool("ask_form", call -> ToolResult.text(said(call.ask("who", WHO)))),
                tool("asking", call -> ToolResult.text(said(call.ask("who", WHO)))),
                tool("ask_model_with_tools", call -> ToolResult.text(text(call.ask("model", MODEL_WITH_TOOLS)))),
                tool("ask_model", call -> ToolResult.text(text(call.ask("model", MODEL)))),
                tool("ask_roots", call -> ToolResult.text(uris(call.ask("folders", FOLDERS)))),
                tool("ask_url", call -> ToolResult.text(call.ask("visit", VISIT).name())),
                tool("ask_all", AskingTools::everything),
                tool("ask_twice", AskingTools::twice),
                tool("progress_then_ask", call -> {
                    call.progress(1, 2, "");
                    return ToolResult.text(said(call.ask("who", WHO)));
                }),
                Tool.named("ask_about")
                        .describedAs("Asks about a topic.")
                        .takes(TOPIC)
                        .calls((in, call) -> ToolResult.text(name(
                                        call.ask("about", Form.asking("Who knows about " + in.get(TOPIC) + "?", NAME)))
                                + " on "
                                + in.get(TOPIC))));
    }

    private static ToolResult everything(Call call) {
        Answers answers = call.askAll(Map.of("who", WHO, "model", MODEL, "folders", FOLDERS));
        return ToolResult.text(name(answers.get("who", WHO)) + " " + text(answers.get("model", MODEL)) + " "
                + uris(answers.get("folders", FOLDERS)));
    }

    private static ToolResult twice(Call call) {
        FormAnswer first = call.ask("first", Form.asking("First?", NAME));
        FormAnswer second = call.ask("second", Form.asking("Second?", NAME));
        return ToolResult.text(name(first) + " " + name(second));
    }

    static String name(FormAnswer answer) {
        return answer.accepted() ? answer.get(NAME) : "nobody";
    }

    private static String said(FormAnswer answer) {
        return answer.action() + (answer.accepted() ? " " + answer.get(NAME) : "");
    }

    private static String text(JsonObject message) {
        return message.object("content")
                .flatMap(content -> content.string("text"))
                .orElse("");
    }

    private static String uris(List<RootsRequest.Root> roots) {
        return roots.stream().map(RootsRequest.Root::uri).collect(Collectors.joining(" "));
    }
}
