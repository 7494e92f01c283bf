package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.Target;
import java.util.ArrayList;
import java.util.List;

/** Writes the prompts: how each is listed, and a nested class for each that is loaded when it is first rendered. */
final class PromptsWriter {

    private final Frame frame;
    private final CompletersWriter completers;
    private final List<Code> classes = new ArrayList<>();
    private final NumberedClass renderers;

    PromptsWriter(Frame frame, CompletersWriter completers) {
        this.frame = frame;
        this.completers = completers;
        this.renderers = new NumberedClass(frame, "Prompts");
    }

    /** The statements that add them all. */
    List<String> write(List<Code> nested) {
        List<String> statements =
                frame.module().prompts().stream().map(this::added).toList();
        renderers.write(
                "#Prompt.Renderer", "#PromptResult render(#Map<#String, #String> arguments, #Call call)", nested);
        nested.addAll(classes);
        return statements;
    }

    private String added(PromptModel prompt) {
        String name = frame.classes().take(Words.type(prompt.name()) + "Prompt");
        classes.add(renderer(prompt, name));
        Steps steps = Steps.onLines(frame.types().fill("#Prompt.named(%s)", Literals.quoted(prompt.name())))
                .unlessEmpty("title", prompt.title())
                .unlessEmpty("describedAs", prompt.description());
        prompt.arguments().forEach(argument -> argument(prompt, argument, steps));
        steps.then("renders", renderers.add(name + ".render(" + frame.targetArgument() + "arguments, call)"));
        return "features.prompt(" + steps + ");";
    }

    private void argument(PromptModel prompt, Member argument, Steps steps) {
        String name = Literals.quoted(argument.wireName());
        String meaning = Literals.string(argument.description());
        boolean required = argument.occurrence() == Occurrence.REQUIRED;
        if (argument.title().isEmpty()) {
            steps.then(required ? "requires" : "accepts", name + ", " + Code.BREAK + meaning);
        } else {
            List<String> parts =
                    List.of(name, Literals.string(argument.title()), meaning, Boolean.toString(required), "null");
            steps.then("takes", frame.types().fill("new #Prompt.Argument(%s)", Frame.arguments(parts)));
        }
        completers.ofPrompt(prompt, argument).ifPresent(completer -> steps.then("completedBy", completer));
    }

    private Code renderer(PromptModel prompt, String name) {
        Nest nest = new Nest(frame, "render");
        Code render = frame.code()
                .open(
                        "static #PromptResult render(%s#Map<#String, #String> arguments, #Call call) throws #Exception {",
                        frame.targetParameter())
                .line("#Slot document = #Variables.document(arguments, #List.of());")
                .line("#ObjectSlot in = document.object();");
        Readers readers = new Readers(nest);
        var parameters = Arguments.parameters(prompt.name(), prompt.arguments());
        Scope locals = frame.locals("target", "arguments", "call", "document", "in");
        Arguments variables = Arguments.read(parameters, readers, render, locals);
        render.open("if (!%s) {", readers.ok(parameters, ""))
                .line("throw #Misfits.prompt(document.problems());")
                .close();
        String called = frame.call(
                "target", prompt.target(), argument -> argument.equals(Target.CALL) ? "call" : variables.of(argument));
        String present = frame.types().fill("#Out.present(%s, %s)", called, Frame.place(prompt.target()));
        switch (prompt.result()) {
            case TEXT -> render.line("return #PromptResult.user(%s);", present);
            case PROMPT_RESULT -> render.line("return %s;", present);
            case MESSAGES -> render.line("return new #PromptResult(null, #List.copyOf(%s));", present);
        }
        return nest.write(name, render.close());
    }
}
