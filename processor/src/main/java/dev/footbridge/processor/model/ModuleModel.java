package dev.footbridge.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything an annotated class offers, each kind sorted by name or URI.
 *
 * @param packageName empty for the unnamed package
 * @param className of the annotated class, as other classes of its package write it, such as {@code Shop.OrderTools}
 * @param moduleName of the class that is generated, such as {@code OrderToolsModule}
 * @param needsInstance whether any method is no static one
 * @param creation how an object is made; empty where nothing needs one, or several constructors leave a choice
 * @param isPublic whether the annotated class can be seen outside its package
 * @param questions records that are asked for, all flat
 * @param definitions every record and sealed interface that is reached from a tool, a resource or a question, by name
 */
public record ModuleModel(
        String packageName,
        String className,
        String moduleName,
        boolean needsInstance,
        Optional<Creation> creation,
        boolean isPublic,
        List<ToolModel> tools,
        List<ResourceModel> resources,
        List<PromptModel> prompts,
        List<CompletionModel> completions,
        List<Definition.RecordType> questions,
        SortedMap<String, Definition> definitions) {

    public ModuleModel {
        tools = List.copyOf(tools);
        resources = List.copyOf(resources);
        prompts = List.copyOf(prompts);
        completions = List.copyOf(completions);
        questions = List.copyOf(questions);
    }
}
