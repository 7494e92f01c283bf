package dev.footbridge.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Annotations of methods that propose values. Ours name the prompt or the URI and the argument; others name the
 * template, or leave the argument to a parameter, or to whoever asks.
 */
final class CompletionDialect {

    private CompletionDialect() {}

    static Map<String, Dialect> table() {
        return Map.of(
                "io.quarkiverse.mcp.server.CompletePrompt", CompletionDialect::ofPrompt,
                "io.quarkiverse.mcp.server.CompleteResourceTemplate", CompletionDialect::ofTemplate,
                "org.mcpjava.server.completion.CompletePrompt", CompletionDialect::ofPrompt,
                "org.mcpjava.server.completion.CompleteResourceTemplate", CompletionDialect::ofTemplate,
                "org.springframework.ai.mcp.annotation.McpComplete", CompletionDialect::ofOnlyArgument,
                "org.springaicommunity.mcp.annotation.McpComplete", CompletionDialect::ofOnlyArgument);
    }

    private static List<Mark> ofPrompt(Mark mark, Element method) {
        return complete(mark, "prompt", mark.text("value"), parameter(method));
    }

    private static List<Mark> ofTemplate(Mark mark, Element method) {
        String name = mark.text("value");
        String uri = feature(method, "ResourceTemplate", name)
                .map(template -> written(template, "ResourceTemplate").text("uriTemplate"))
                .orElse(name);
        return complete(mark, "resource", uri, parameter(method));
    }

    /** The parameter that takes what is typed has the name of the argument. */
    private static String parameter(Element method) {
        return ((ExecutableElement) method)
                .getParameters().stream()
                        .filter(parameter -> JavaTypes.is(parameter.asType(), "java.lang.String"))
                        .map(CompletionDialect::argument)
                        .findFirst()
                        .orElse("");
    }

    private static String argument(VariableElement parameter) {
        return Mark.of(parameter, parameter.getAnnotationMirrors()).stream()
                .map(FeatureDialect::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(parameter.getSimpleName().toString());
    }

    /** One such method answers for all arguments, so it can be moved where there is one. */
    private static List<Mark> ofOnlyArgument(Mark mark, Element method) {
        boolean isPrompt = mark.has("prompt");
        String owner = mark.text(isPrompt ? "prompt" : "uri");
        Optional<ExecutableElement> feature = isPrompt ? feature(method, "McpPrompt", owner) : resource(method, owner);
        if (feature.isEmpty()) {
            return complete(mark, isPrompt ? "prompt" : "resource", owner, "");
        }
        List<String> arguments = feature.get().getParameters().stream()
                .filter(parameter -> !Signature.isCall(parameter))
                .map(CompletionDialect::argument)
                .toList();
        return arguments.size() == 1
                ? complete(mark, isPrompt ? "prompt" : "resource", owner, arguments.get(0))
                : List.of(Dialect.refusal(
                        mark, "'" + owner + "' has several arguments: write one method for each, with our @Complete"));
    }

    private static List<Mark> complete(Mark mark, String kind, String owner, String argument) {
        return List.of(mark.as(Names.COMPLETE, Map.of(kind, owner, "argument", argument)));
    }

    private static Optional<ExecutableElement> feature(Element sibling, String annotation, String name) {
        return ElementFilter.methodsIn(Owners.of(sibling).getEnclosedElements()).stream()
                .filter(method -> isCalled(method, annotation, name))
                .findFirst();
    }

    private static boolean isCalled(ExecutableElement method, String annotation, String name) {
        return isMarked(method, annotation)
                && (FeatureDialect.name(written(method, annotation)).equals(name)
                        || method.getSimpleName().contentEquals(name));
    }

    private static Optional<ExecutableElement> resource(Element sibling, String uri) {
        return ElementFilter.methodsIn(Owners.of(sibling).getEnclosedElements()).stream()
                .filter(method -> isMarked(method, "McpResource"))
                .filter(method -> written(method, "McpResource").text("uri").equals(uri))
                .findFirst();
    }

    private static boolean isMarked(Element method, String simpleName) {
        return Dialects.foreignFeature(method)
                .filter(mark -> mark.shown().equals("@" + simpleName))
                .isPresent();
    }

    private static Mark written(Element method, String simpleName) {
        return Dialects.foreignFeature(method)
                .filter(mark -> mark.shown().equals("@" + simpleName))
                .orElseThrow();
    }
}
