package dev.footbridge.processor.write;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.processor.Workshop;
import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.ToolModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects a module for the class {@code Kit} of the package {@code shop}, unless said otherwise. */
final class ModuleBuilder {

    private String packageName = "shop";
    private String className = "Kit";
    private boolean needsInstance = true;
    private final List<ToolModel> tools = new ArrayList<>();
    private final List<ResourceModel> resources = new ArrayList<>();
    private final List<PromptModel> prompts = new ArrayList<>();
    private final List<CompletionModel> completions = new ArrayList<>();
    private final List<Definition.RecordType> questions = new ArrayList<>();
    private final TreeMap<String, Definition> definitions = new TreeMap<>();

    ModuleBuilder of(String home, String name) {
        packageName = home;
        className = name;
        return this;
    }

    ModuleBuilder withoutInstance() {
        needsInstance = false;
        return this;
    }

    ModuleBuilder tool(ToolModel tool) {
        tools.add(tool);
        return tool.arguments().javaType().isEmpty() ? this : define(tool.arguments());
    }

    ModuleBuilder resource(ResourceModel resource) {
        resources.add(resource);
        return this;
    }

    ModuleBuilder prompt(PromptModel prompt) {
        prompts.add(prompt);
        return this;
    }

    ModuleBuilder completion(CompletionModel completion) {
        completions.add(completion);
        return this;
    }

    ModuleBuilder question(Definition.RecordType question) {
        questions.add(question);
        return define(question);
    }

    ModuleBuilder define(Definition... more) {
        for (Definition definition : more) {
            definitions.put(definition.name(), definition);
        }
        return this;
    }

    ModuleModel model() {
        return new ModuleModel(
                packageName,
                className,
                className.replace(".", "") + "Module",
                needsInstance,
                true,
                tools,
                resources,
                prompts,
                completions,
                questions,
                definitions);
    }

    /** Compiles the module with the author's sources. */
    Workshop.Outcome compile(Path folder, String... sources) {
        Workshop workshop = Workshop.in(folder).source(ModuleWriter.write(model()));
        for (String source : sources) {
            workshop.source(source);
        }
        return workshop.compile().clean();
    }

    /** Compiles the module, and offers what it offers. */
    FeatureSet features(Path folder, String... sources) {
        Workshop.Outcome outcome = compile(folder, sources);
        String home = packageName.isEmpty() ? "" : packageName + '.';
        ModuleModel model = model();
        Object module = needsInstance
                ? outcome.make(home + model.moduleName(), outcome.make(home + className.replace('.', '$')))
                : outcome.make(home + model.moduleName());
        return FeatureSet.of((McpModule) module);
    }
}
