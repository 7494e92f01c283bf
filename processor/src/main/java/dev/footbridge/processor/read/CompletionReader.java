package dev.footbridge.processor.read;

import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that propose values, and finds what they propose for. */
final class CompletionReader {

    private static final String OTHERS = "java.util.Map<java.lang.String, java.lang.String>";

    private final Compiler compiler;
    private final Reports reports;
    private final List<PromptModel> prompts;
    private final List<ResourceModel> resources;

    CompletionReader(Compiler compiler, Reports reports, List<PromptModel> prompts, List<ResourceModel> resources) {
        this.compiler = compiler;
        this.reports = reports;
        this.prompts = prompts;
        this.resources = resources;
    }

    CompletionModel read(ExecutableElement method, Mark mark) {
        Signature signature = new Signature(compiler, method);
        signature.verify(reports);
        String prompt = mark.text("prompt");
        String resource = mark.text("resource");
        if (prompt.isEmpty() == resource.isEmpty()) {
            reports.error(mark, "@Complete needs either a prompt or a resource");
        }
        verifyKnown(mark);
        TypeMirror type = method.getReturnType();
        boolean isStream = JavaTypes.is(type, "java.util.stream.Stream");
        boolean isText = JavaTypes.hasArguments(type) && JavaTypes.is(JavaTypes.argument(type, 0), "java.lang.String");
        boolean fits = isText && (isStream || JavaTypes.is(type, "java.util.List"));
        if (!fits && !ForeignTypes.refuse(type, method, reports)) {
            reports.error(method, "a completion returns List<String> or Stream<String>");
        }
        Target target = new Target(signature.name(), signature.isStatic(), passed(method, signature));
        return new CompletionModel(target, prompt, resource, mark.text("argument"), isStream);
    }

    private List<String> passed(ExecutableElement method, Signature signature) {
        List<String> passed = new ArrayList<>();
        for (VariableElement parameter : signature.parameters()) {
            switch (JavaTypes.text(parameter.asType())) {
                case Names.CALL -> passed.add(Target.CALL);
                case "java.lang.String" -> passed.add(Target.TYPED);
                case OTHERS -> passed.add(Target.OTHERS);
                default -> {
                    if (!ForeignTypes.refuse(parameter.asType(), parameter, reports)) {
                        reports.error(parameter, "a completion takes String, Map<String, String> and Call");
                    }
                }
            }
        }
        if (passed.stream().filter(Target.TYPED::equals).count() != 1) {
            reports.error(method, "a completion takes one String: what the user has typed so far");
        }
        return passed;
    }

    private void verifyKnown(Mark mark) {
        String prompt = mark.text("prompt");
        String resource = mark.text("resource");
        String argument = mark.text("argument");
        Optional<List<Member>> members = prompt.isEmpty()
                ? resources.stream()
                        .filter(candidate -> candidate.uri().equals(resource))
                        .map(ResourceModel::variables)
                        .findFirst()
                : prompts.stream()
                        .filter(candidate -> candidate.name().equals(prompt))
                        .map(PromptModel::arguments)
                        .findFirst();
        if (members.isEmpty()) {
            String wanted = prompt.isEmpty() ? "resource" : "prompt";
            reports.error(mark, wanted, "this class has no " + wanted + " " + mark.text(wanted));
        } else if (members.get().stream().noneMatch(member -> member.wireName().equals(argument))) {
            reports.error(mark, "argument", "there is no argument '" + argument + "' to complete");
        }
    }
}
