package dev.footbridge.processor.read;

import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.ToolModel;
import dev.footbridge.processor.schema.Schemas;
import dev.footbridge.text.HiddenCharacters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an annotated class. */
public final class ModuleReader {

    private final Compiler compiler;
    private final Reports reports;
    private final TypeElement home;
    private final DefinitionReader definitions;
    private final Map<String, Element> places = new LinkedHashMap<>();

    /** @param home the class */
    public ModuleReader(Compiler compiler, Reports reports, TypeElement home) {
        this.compiler = compiler;
        this.reports = reports;
        this.home = home;
        this.definitions = new DefinitionReader(compiler, reports, home);
    }

    /** The class as a module; empty if it has mistakes, which have been reported. */
    public Optional<ModuleModel> read() {
        verifyClass();
        reports.untranslated(Mark.all(home), home);
        Served.in(home).forEach(served -> reports.untranslated(Mark.all(served.method()), served.method()));
        var questions = new QuestionReader(reports, definitions).read(home);
        SortedMap<String, ToolModel> tools =
                each(Names.TOOL, new ToolReader(compiler, reports, definitions)::read, ToolModel::name, "tool");
        SortedMap<String, PromptModel> prompts =
                each(Names.PROMPT, new PromptReader(compiler, reports, definitions)::read, PromptModel::name, "prompt");
        SortedMap<String, ResourceModel> resources = each(
                Names.RESOURCE,
                new ResourceMethodReader(compiler, reports, definitions)::read,
                ResourceModel::uri,
                "resource");
        CompletionReader completer =
                new CompletionReader(compiler, reports, List.copyOf(prompts.values()), List.copyOf(resources.values()));
        SortedMap<String, CompletionModel> completions =
                each(Names.COMPLETE, completer::read, ModuleReader::completed, "completion of");
        verify(tools, prompts, resources);
        if (reports.failed()) {
            return Optional.empty();
        }
        String packageName =
                compiler.elements().getPackageOf(home).getQualifiedName().toString();
        boolean needsInstance = needsInstance();
        return Optional.of(new ModuleModel(
                packageName,
                className(packageName),
                home.getSimpleName() + "Module",
                needsInstance,
                needsInstance ? CreationReader.read(home) : Optional.empty(),
                isPublic(),
                List.copyOf(tools.values()),
                List.copyOf(resources.values()),
                List.copyOf(prompts.values()),
                List.copyOf(completions.values()),
                questions,
                definitions.all()));
    }

    private <T> SortedMap<String, T> each(
            String annotation,
            BiFunction<ExecutableElement, Mark, T> reader,
            java.util.function.Function<T, String> name,
            String kind) {
        SortedMap<String, T> read = new TreeMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(home.getEnclosedElements())) {
            Mark.on(method, annotation).ifPresent(mark -> {
                T feature = reader.apply(method, mark);
                if (read.putIfAbsent(name.apply(feature), feature) != null) {
                    reports.error(
                            method, "there is a " + kind + " '" + name.apply(feature) + "' in this class already");
                }
                places.putIfAbsent(kind + " " + name.apply(feature), method);
            });
        }
        return read;
    }

    private void verifyClass() {
        boolean isNested = Owners.of(home).getKind() != ElementKind.PACKAGE;
        if (home.getKind() != ElementKind.CLASS && home.getKind() != ElementKind.RECORD) {
            reports.error(home, "tools are methods of a class");
        }
        if (!home.getTypeParameters().isEmpty()) {
            reports.error(home, "a class of tools has no type parameters");
        }
        for (Element scope = home; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            if (scope.getModifiers().contains(Modifier.PRIVATE)) {
                reports.error(home, "generated code cannot see a private class");
            }
        }
        if (isNested
                && home.getKind() == ElementKind.CLASS
                && !home.getModifiers().contains(Modifier.STATIC)) {
            reports.error(home, "a nested class of tools must be static");
        }
    }

    /** What can be said only when everything was read. */
    private void verify(
            SortedMap<String, ToolModel> tools,
            SortedMap<String, PromptModel> prompts,
            SortedMap<String, ResourceModel> resources) {
        verifySomething(tools, prompts, resources);
        warnOfConfusions(tools);
        if (!reports.failed()) {
            refuseHidden(tools, prompts, resources);
        }
    }

    private void verifySomething(Map<String, ?> tools, Map<String, ?> prompts, Map<String, ?> resources) {
        if (tools.isEmpty() && prompts.isEmpty() && resources.isEmpty()) {
            reports.error(home, "nothing here is served: mark a method with @Tool, @Resource or @Prompt");
        }
    }

    private void warnOfConfusions(SortedMap<String, ToolModel> tools) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        tools.values().forEach(tool -> descriptions.put(tool.name(), tool.description()));
        Confusions.find(
                descriptions, (name, sentence) -> reports.warning(places.getOrDefault("tool " + name, home), sentence));
    }

    /** In what models read, nothing may be that people cannot see. */
    private void refuseHidden(
            Map<String, ToolModel> tools, Map<String, PromptModel> prompts, Map<String, ResourceModel> resources) {
        tools.forEach((name, tool) -> refuseHidden(
                "tool " + name,
                tool.title(),
                tool.description(),
                JsonWriter.text(Schemas.input(tool.arguments(), definitions.all()))));
        prompts.forEach((name, prompt) -> {
            refuseHidden("prompt " + name, name, prompt.title(), prompt.description());
            prompt.arguments().forEach(argument -> refuseHidden("prompt " + name, argument.description()));
        });
        resources.forEach((uri, resource) ->
                refuseHidden("resource " + uri, resource.name(), resource.title(), resource.description()));
    }

    private void refuseHidden(String whose, String... texts) {
        HiddenCharacters.firstIn(String.join("\n", texts))
                .ifPresent(hidden -> reports.error(
                        places.getOrDefault(whose, home),
                        whose + " holds an invisible character, " + HiddenCharacters.nameOf(hidden)));
    }

    private boolean needsInstance() {
        return Served.in(home).stream()
                .anyMatch(served -> !served.method().getModifiers().contains(Modifier.STATIC));
    }

    private String className(String packageName) {
        String qualified = home.getQualifiedName().toString();
        return packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
    }

    private boolean isPublic() {
        for (Element scope = home; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            if (!scope.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static String completed(CompletionModel completion) {
        return completion.prompt() + completion.resource() + " " + completion.argument();
    }
}
