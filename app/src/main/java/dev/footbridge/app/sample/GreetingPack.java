package dev.footbridge.app.sample;

import dev.footbridge.argument.ChoiceField;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import java.util.Map;

/**
 * Two tools and a prompt about greetings: the smallest pack that shows what a pack is made of. Copy it, rename it, and
 * add yours to {@code App.features()}.
 *
 * <p>A pack is a plain class. What its tools need comes in by the constructor; many threads call them at once.
 */
public final class GreetingPack {

    // A field is the schema that clients see, the check that runs before the tool, and the reader of the value.
    private static final Field<String> NAME =
            Field.text("name").minLength(1).maxLength(100).describedAs("Who is greeted, as they like to be called.");

    private static final ChoiceField LANGUAGE =
            Field.choice("language", "en", "de", "fr").describedAs("Language of the greeting.");

    private static final Field<String> WORDS =
            Field.text("words").minLength(1).maxLength(200).describedAs("What the guest book should say.");

    private static final Map<String, String> HELLO = Map.of("en", "Hello", "de", "Guten Tag", "fr", "Bonjour");

    public FeatureSet features() {
        return FeatureSet.builder()
                .tool(greet())
                .tool(signGuestBook())
                .prompt(welcome())
                .build();
    }

    // The description is what a model chooses by: say what the tool does and when to use it.
    private Tool greet() {
        return Tool.named("greet")
                .title("Greet")
                .describedAs("Greets somebody by name. Use it when the user wants to say hello to a person.")
                .effect(Effect.READ_ONLY)
                .closedWorld()
                .takes(NAME, LANGUAGE.defaultsTo("en"))
                .calls(this::greet);
    }

    private ToolResult greet(Values in, Call call) {
        return ToolResult.text(HELLO.get(in.get(LANGUAGE.defaultsTo("en"))) + ", " + in.get(NAME) + "!");
    }

    private Tool signGuestBook() {
        return Tool.named("sign_guest_book")
                .title("Sign the guest book")
                .describedAs("Writes a line for the guest book after asking the user how to sign it.")
                .effect(Effect.ADDITIVE)
                .closedWorld()
                .takes(WORDS)
                .calls(this::signGuestBook);
    }

    // Everything before the question may run twice: once to ask, and again when the answer is here.
    private ToolResult signGuestBook(Values in, Call call) {
        FormAnswer answer = call.ask("signature", Form.asking("How shall the line be signed?", NAME));
        if (!answer.accepted()) {
            // A ToolFailure is told to the model; any other exception only to the log.
            throw new ToolFailure("The user did not want to sign. Nothing was written.");
        }
        return ToolResult.text(in.get(WORDS) + " (" + answer.get(NAME) + ")");
    }

    private Prompt welcome() {
        return Prompt.named("welcome")
                .title("Welcome a guest")
                .describedAs("Asks the model to welcome a guest.")
                .requires("guest", "The guest's name.")
                .renders((arguments, call) -> PromptResult.user("Please welcome " + arguments.get("guest")
                        + " warmly, in two sentences, with the greet tool."));
    }
}
