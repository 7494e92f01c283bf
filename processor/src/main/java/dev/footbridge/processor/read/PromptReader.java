package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Target;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that are prompts. */
final class PromptReader {

    private final Compiler compiler;
    private final Reports reports;
    private final DefinitionReader definitions;

    PromptReader(Compiler compiler, Reports reports, DefinitionReader definitions) {
        this.compiler = compiler;
        this.reports = reports;
        this.definitions = definitions;
    }

    PromptModel read(ExecutableElement method, Mark mark) {
        Signature signature = new Signature(compiler, method);
        signature.verify(reports);
        String name = mark.text("name").isEmpty() ? signature.name() : mark.text("name");
        String description = signature.description(mark.text("description"));
        if (description.isBlank()) {
            reports.missing(mark, method, "prompt " + name + " needs a description, users choose by it: write Javadoc");
        }
        List<String> passed = new ArrayList<>();
        List<Member> arguments = new ArrayList<>();
        for (VariableElement parameter : signature.parameters()) {
            if (Signature.isCall(parameter)) {
                passed.add(Target.CALL);
            } else {
                passed.add(parameter.getSimpleName().toString());
                arguments.add(argument(signature.site(parameter), mark));
            }
        }
        return new PromptModel(
                new Target(signature.name(), signature.isStatic(), passed),
                name,
                mark.text("title"),
                description,
                arguments,
                result(method));
    }

    private Member argument(Site site, Mark prompt) {
        Member member = definitions.members().read(site);
        boolean fits = (member.shape() instanceof Shape.Text || member.shape() instanceof Shape.Choice)
                && member.occurrence() != Occurrence.PRESENCE;
        if (!fits && !reports.failedAt(site.where())) {
            reports.error(site.where(), "arguments of prompts are text: String or an enum, or an Optional of those");
        }
        if (member.description().isBlank()) {
            reports.missing(
                    prompt, site.where(), "'" + site.name() + "' needs a description: write @param in the Javadoc");
        }
        return member;
    }

    private PromptModel.Result result(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (JavaTypes.is(type, "java.lang.String")) {
            return PromptModel.Result.TEXT;
        }
        if (JavaTypes.is(type, "java.util.List")
                && JavaTypes.hasArguments(type)
                && JavaTypes.is(JavaTypes.argument(type, 0), Names.PROMPT_MESSAGE)) {
            return PromptModel.Result.MESSAGES;
        }
        if (!JavaTypes.is(type, Names.PROMPT_RESULT) && !ForeignTypes.refuse(type, method, reports)) {
            reports.error(method, "a prompt returns String, PromptResult or List<PromptResult.Message>");
        }
        return PromptModel.Result.PROMPT_RESULT;
    }
}
