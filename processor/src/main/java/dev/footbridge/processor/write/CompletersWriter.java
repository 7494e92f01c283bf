package dev.footbridge.processor.write;

import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes what proposes values: a method of the author's, or else the names of an enum. */
final class CompletersWriter {

    private final Frame frame;
    private final NumberedClass completers;

    CompletersWriter(Frame frame) {
        this.frame = frame;
        this.completers = new NumberedClass(frame, "Completers");
    }

    /** The expression that makes the completer of an argument, if it has one. */
    Optional<String> ofPrompt(PromptModel prompt, Member argument) {
        return of(argument, completion -> completion.prompt().equals(prompt.name()));
    }

    /** The expression that makes the completer of a variable, if it has one. */
    Optional<String> ofResource(ResourceModel resource, Member variable) {
        return of(variable, completion -> completion.resource().equals(resource.uri()));
    }

    void write(List<Code> nested) {
        completers.write(
                "#Completer",
                "#List<#String> complete(#String typed, " + Code.BREAK + "#Map<#String, #String> others, #Call call)",
                nested);
    }

    private Optional<String> of(Member member, Predicate<CompletionModel> fits) {
        Optional<CompletionModel> written = frame.module().completions().stream()
                .filter(completion -> completion.argument().equals(member.wireName()))
                .filter(fits)
                .findFirst();
        if (written.isPresent()) {
            return written.map(completion -> completers.add(called(completion)));
        }
        return member.shape() instanceof Shape.Choice choice
                ? Optional.of(completers.add(named(choice)))
                : Optional.empty();
    }

    private String called(CompletionModel completion) {
        String called = frame.call(frame.target(), completion.target(), argument -> switch (argument) {
            case Target.TYPED -> "typed";
            case Target.OTHERS -> "others";
            default -> "call";
        });
        return frame.types().fill("#Proposals.of(%s)", called);
    }

    private String named(Shape.Choice choice) {
        List<String> names =
                choice.constants().stream().map(Shape.Choice.Constant::wireName).toList();
        return frame.types().fill("#Proposals.startingWith(typed, " + Code.BREAK + "%s)", frame.list(names));
    }
}
