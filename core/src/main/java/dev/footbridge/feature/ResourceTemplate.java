package dev.footbridge.feature;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Annotations;
import dev.footbridge.protocol.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A family of resources whose URIs follow one RFC 6570 template. Immutable.
 *
 * @param completers proposals for the template's variables, by variable name
 */
public record ResourceTemplate(
        UriTemplate uriTemplate,
        String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable String mimeType,
        List<Icon> icons,
        @Nullable Annotations annotations,
        JsonObject meta,
        Map<String, Completer> completers,
        ResourceReader reader) {

    public ResourceTemplate {
        icons = List.copyOf(icons);
        completers = Map.copyOf(completers);
    }

    public static Builder matching(String uriTemplate) {
        return new Builder(uriTemplate);
    }

    /** The {@code ResourceTemplate} object of {@code resources/templates/list}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("uriTemplate", uriTemplate.text())
                .put("name", name)
                .putIfPresent("title", title)
                .putIfPresent("description", description)
                .putIfPresent("mimeType", mimeType)
                .putIfPresent("icons", icons.isEmpty() ? null : Icon.toJson(icons))
                .putIfPresent("annotations", annotations == null ? null : annotations.toJson())
                .putIfPresent("_meta", meta.isEmpty() ? null : meta)
                .build();
    }

    /** Collects what a template is made of. Not thread-safe. */
    public static final class Builder {
        private final UriTemplate uriTemplate;
        private String name;
        private @Nullable String title;
        private @Nullable String description;
        private @Nullable String mimeType;
        private List<Icon> icons = List.of();
        private @Nullable Annotations annotations;
        private JsonObject meta = JsonObject.EMPTY;
        private final Map<String, Completer> completers = new LinkedHashMap<>();

        private Builder(String uriTemplate) {
            this.uriTemplate = UriTemplate.parse(uriTemplate);
            this.name = uriTemplate;
        }

        public Builder named(String text) {
            this.name = text;
            return this;
        }

        public Builder title(String text) {
            this.title = text;
            return this;
        }

        public Builder describedAs(String text) {
            this.description = text;
            return this;
        }

        public Builder mimeType(String type) {
            this.mimeType = type;
            return this;
        }

        public Builder icons(Icon... pictures) {
            this.icons = List.of(pictures);
            return this;
        }

        public Builder annotations(Annotations hints) {
            this.annotations = hints;
            return this;
        }

        public Builder meta(JsonObject members) {
            this.meta = members;
            return this;
        }

        public Builder completes(String variable, Completer completer) {
            completers.put(variable, completer);
            return this;
        }

        /** @throws IllegalArgumentException if a text of it holds an invisible character */
        public ResourceTemplate reads(ResourceReader reader) {
            PublishedTexts.check("resource template " + uriTemplate.text(), name);
            PublishedTexts.check("resource template " + uriTemplate.text(), title);
            PublishedTexts.check("resource template " + uriTemplate.text(), description);
            return new ResourceTemplate(
                    uriTemplate, name, title, description, mimeType, icons, annotations, meta, completers, reader);
        }
    }
}
