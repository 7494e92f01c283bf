package dev.footbridge.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything one server offers, each kind sorted by its name or URI. Immutable; to offer something else, make another
 * set and hand it to {@link Catalog#replace}.
 */
public record FeatureSet(
        SortedMap<String, Tool> tools,
        SortedMap<String, Resource> resources,
        SortedMap<String, ResourceTemplate> templates,
        List<ResourceDirectory> directories,
        SortedMap<String, Prompt> prompts) {

    public static final FeatureSet EMPTY = builder().build();

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        Builder builder = builder();
        builder.tools.putAll(tools);
        builder.resources.putAll(resources);
        builder.templates.putAll(templates);
        builder.directories.addAll(directories);
        builder.prompts.putAll(prompts);
        return builder;
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

    /** Collects features and refuses two of one name. Not thread-safe. */
    public static final class Builder {
        private final TreeMap<String, Tool> tools = new TreeMap<>();
        private final TreeMap<String, Resource> resources = new TreeMap<>();
        private final TreeMap<String, ResourceTemplate> templates = new TreeMap<>();
        private final List<ResourceDirectory> directories = new ArrayList<>();
        private final TreeMap<String, Prompt> prompts = new TreeMap<>();

        private Builder() {}

        public Builder tool(Tool tool) {
            refuseTwice(tools.putIfAbsent(tool.name(), tool), "tool", tool.name());
            return this;
        }

        public Builder tools(Collection<Tool> many) {
            many.forEach(this::tool);
            return this;
        }

        public Builder resource(Resource resource) {
            refuseTwice(resources.putIfAbsent(resource.uri(), resource), "resource", resource.uri());
            return this;
        }

        public Builder template(ResourceTemplate template) {
            String text = template.uriTemplate().text();
            refuseTwice(templates.putIfAbsent(text, template), "resource template", text);
            return this;
        }

        public Builder directory(ResourceDirectory directory) {
            directories.add(directory);
            return this;
        }

        public Builder prompt(Prompt prompt) {
            refuseTwice(prompts.putIfAbsent(prompt.name(), prompt), "prompt", prompt.name());
            return this;
        }

        /** Everything of another set. */
        public Builder add(FeatureSet others) {
            tools(others.tools.values());
            others.resources.values().forEach(this::resource);
            others.templates.values().forEach(this::template);
            others.directories.forEach(this::directory);
            others.prompts.values().forEach(this::prompt);
            return this;
        }

        public FeatureSet build() {
            return new FeatureSet(
                    Collections.unmodifiableSortedMap(new TreeMap<>(tools)),
                    Collections.unmodifiableSortedMap(new TreeMap<>(resources)),
                    Collections.unmodifiableSortedMap(new TreeMap<>(templates)),
                    List.copyOf(directories),
                    Collections.unmodifiableSortedMap(new TreeMap<>(prompts)));
        }

        private static void refuseTwice(@Nullable Object earlier, String kind, String name) {
            if (earlier != null) {
                throw new IllegalArgumentException("two features share the " + kind + " name '" + name + "'");
            }
        }
    }
}
