package dev.footbridge.feature;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Annotations;
import dev.footbridge.protocol.Icon;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource with a URI of its own. Immutable.
 *
 * @param size in bytes, null if not known
 * @param reader null for an entry of a {@link ResourceDirectory}, which is read through a {@link ResourceTemplate}
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/resources">Resources</a>
 */
public record Resource(
        String uri,
        String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable String mimeType,
        @Nullable Long size,
        List<Icon> icons,
        @Nullable Annotations annotations,
        JsonObject meta,
        @Nullable ResourceReader reader) {

    public Resource {
        if (!URI.create(uri).isAbsolute()) {
            throw new IllegalArgumentException("resource URI '" + uri + "' needs a scheme");
        }
        icons = List.copyOf(icons);
    }

    public static Builder at(String uri) {
        return new Builder(uri);
    }

    /** The {@code Resource} object of {@code resources/list}, in the form of the newest revision. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("uri", uri)
                .put("name", name)
                .putIfPresent("title", title)
                .putIfPresent("description", description)
                .putIfPresent("mimeType", mimeType)
                .putIfPresent("icons", icons.isEmpty() ? null : Icon.toJson(icons))
                .putIfPresent("annotations", annotations == null ? null : annotations.toJson());
        if (size != null) {
            json.put("size", size);
        }
        return json.putIfPresent("_meta", meta.isEmpty() ? null : meta).build();
    }

    /** Collects what a resource is made of. Not thread-safe. */
    public static final class Builder {
        private final String uri;
        private String name;
        private @Nullable String title;
        private @Nullable String description;
        private @Nullable String mimeType;
        private @Nullable Long size;
        private List<Icon> icons = List.of();
        private @Nullable Annotations annotations;
        private JsonObject meta = JsonObject.EMPTY;

        private Builder(String uri) {
            this.uri = uri;
            this.name = uri;
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

        /** The size in bytes. */
        public Builder size(long bytes) {
            this.size = bytes;
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

        /** @throws IllegalArgumentException if a text of it holds an invisible character */
        public Resource reads(ResourceReader reader) {
            PublishedTexts.check("resource " + uri, name);
            PublishedTexts.check("resource " + uri, title);
            PublishedTexts.check("resource " + uri, description);
            return build(reader);
        }

        /** An entry of a {@link ResourceDirectory}: a {@link ResourceTemplate} that matches its URI reads it. */
        public Resource listed() {
            return build(null);
        }

        private Resource build(@Nullable ResourceReader reader) {
            return new Resource(uri, name, title, description, mimeType, size, icons, annotations, meta, reader);
        }
    }
}
