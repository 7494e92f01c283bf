package dev.footbridge.feature;

import dev.footbridge.call.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything one server offers, each kind sorted by its name or URI. Immutable; to offer something else, make another
 * set and hand it to {@link Catalog#replace}.
 */
public record FeatureSet(
        Features<Tool> tools,
        Features<Resource> resources,
        Features<ResourceTemplate> templates,
        List<ResourceDirectory> directories,
        Features<Prompt> prompts,
        List<Question.Source> questions) {

    public static final FeatureSet EMPTY = builder().build();

    public static Builder builder() {
        return new Builder();
    }

    /** Everything of several modules. */
    public static FeatureSet of(McpModule... modules) {
        Builder builder = builder();
        for (McpModule module : modules) {
            builder.add(module);
        }
        return builder.build();
    }

    public Builder toBuilder() {
        return builder().add(this);
    }

    public boolean hasResources() {
        return !resources.isEmpty() || !templates.isEmpty() || !directories.isEmpty();
    }

    /** True if there is anything to complete. */
    public boolean hasCompletions() {
        return templates.values().stream()
                        .anyMatch(template -> !template.completers().isEmpty())
                || prompts.values().stream()
                        .flatMap(prompt -> prompt.arguments().stream())
                        .anyMatch(argument -> argument.completer() != null);
    }

    /** How answers are read as this type, if a module knows. */
    public Optional<Question<?>> question(Class<?> type) {
        return questions.stream()
                .flatMap(source -> source.question(type).stream())
                .findFirst();
    }

    /** Collects features and refuses two of one name. Not thread-safe. */
    public static final class Builder {
        private final Features.Builder<Tool> tools = new Features.Builder<>("tool");
        private final Features.Builder<Resource> resources = new Features.Builder<>("resource");
        private final Features.Builder<ResourceTemplate> templates = new Features.Builder<>("resource template");
        private final List<ResourceDirectory> directories = new ArrayList<>();
        private final Features.Builder<Prompt> prompts = new Features.Builder<>("prompt");
        private final List<Question.Source> questions = new ArrayList<>();

        private Builder() {}

        public Builder tool(Tool tool) {
            tools.add(tool.name(), tool);
            return this;
        }

        public Builder tools(Collection<Tool> many) {
            many.forEach(this::tool);
            return this;
        }

        /** Tools that are made when they are asked for. */
        public Builder tools(Source<Tool> source) {
            tools.add(source);
            return this;
        }

        public Builder resource(Resource resource) {
            resources.add(resource.uri(), resource);
            return this;
        }

        public Builder template(ResourceTemplate template) {
            templates.add(template.uriTemplate().text(), template);
            return this;
        }

        public Builder directory(ResourceDirectory directory) {
            directories.add(directory);
            return this;
        }

        public Builder prompt(Prompt prompt) {
            prompts.add(prompt.name(), prompt);
            return this;
        }

        /** Records that {@code call.ask} may be asked to read answers as. */
        public Builder questions(Question.Source source) {
            questions.add(source);
            return this;
        }

        /** Everything of a module, such as a class compiled from annotations. */
        public Builder add(McpModule module) {
            module.addTo(this);
            return this;
        }

        /** Everything of another set. */
        public Builder add(FeatureSet others) {
            tools.addAll(others.tools);
            resources.addAll(others.resources);
            templates.addAll(others.templates);
            directories.addAll(others.directories);
            prompts.addAll(others.prompts);
            questions.addAll(others.questions);
            return this;
        }

        /** Leaves a tool out again; false if there is none of that name. */
        public boolean dropTool(String name) {
            return tools.remove(name);
        }

        /** Leaves a prompt out again; false if there is none of that name. */
        public boolean dropPrompt(String name) {
            return prompts.remove(name);
        }

        public FeatureSet build() {
            return new FeatureSet(
                    tools.build(),
                    resources.build(),
                    templates.build(),
                    List.copyOf(directories),
                    prompts.build(),
                    List.copyOf(questions));
        }
    }
}
