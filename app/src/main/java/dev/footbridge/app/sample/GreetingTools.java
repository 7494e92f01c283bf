package dev.footbridge.app.sample;

import static dev.footbridge.feature.Effect.ADDITIVE;
import static dev.footbridge.feature.Effect.READ_ONLY;

import dev.footbridge.call.Call;
import dev.footbridge.constraint.Default;
import dev.footbridge.constraint.Length;
import dev.footbridge.tool.McpTools;
import dev.footbridge.tool.Name;
import dev.footbridge.tool.Prompt;
import dev.footbridge.tool.Question;
import dev.footbridge.tool.Tool;

/**
 * Two tools and a prompt about greetings. A plain class: what its tools need comes in by the constructor, and many
 * threads call them at once. The compiler writes {@code GreetingToolsModule} from it.
 */
@McpTools
public final class GreetingTools {

    // The Javadoc is what a model chooses by: say what the tool does and when to use it.
    /**
     * Greets somebody by name. Use it when the user wants to say hello to a person.
     *
     * @param name Who is greeted, as they like to be called.
     * @param language Language of the greeting.
     */
    @Tool(title = "Greet", effect = READ_ONLY, openWorld = false)
    public String greet(@Length(min = 1, max = 100) String name, @Default("en") Language language) {
        return language.hello + ", " + name + "!";
    }

    // Everything before the question may run twice: once to ask, and again when the answer is here.
    /**
     * Writes a line for the guest book after asking the user how to sign it.
     *
     * @param words What the guest book should say.
     */
    @Tool(name = "sign_guest_book", title = "Sign the guest book", effect = ADDITIVE, openWorld = false)
    public String signGuestBook(@Length(min = 1, max = 200) String words, Call call) {
        Signature signature = call.ask("signature", Signature.class, "How shall the line be signed?");
        return words + " (" + signature.name() + ")";
    }

    /**
     * Asks the model to welcome a guest.
     *
     * @param guest The guest's name.
     */
    @Prompt(title = "Welcome a guest")
    public String welcome(String guest) {
        return "Please welcome " + guest + " warmly, in two sentences, with the greet tool.";
    }

    /** What a greeting can be in. */
    public enum Language {
        @Name("en")
        ENGLISH("Hello"),
        @Name("de")
        GERMAN("Guten Tag"),
        @Name("fr")
        FRENCH("Bonjour");

        private final String hello;

        Language(String hello) {
            this.hello = hello;
        }
    }

    /**
     * How a line is signed.
     *
     * @param name Who signs, as they like to be called.
     */
    @Question
    public record Signature(@Length(min = 1, max = 100) String name) {}
}
