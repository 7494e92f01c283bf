package dev.footbridge.protocol;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A block of content in a tool's result or a prompt's message. */
public sealed interface Content {

    /** The block in the form of the newest revision; older ones are projected from it. */
    JsonObject toJson();

    static Content text(String text) {
        return new Text(text, null);
    }

    static Content image(Bytes data, String mimeType) {
        return new Image(data, mimeType, null);
    }

    static Content audio(Bytes data, String mimeType) {
        return new Audio(data, mimeType, null);
    }

    static Content embedded(ResourceContents resource) {
        return new Embedded(resource, null);
    }

    /** @param resource the members of a resource as {@code resources/list} would give them */
    static Content link(JsonObject resource) {
        return new Link(resource);
    }

    /**
     * A block that comes from elsewhere in its wire form, and is passed on with whatever members it has.
     *
     * @throws IllegalArgumentException if it does not say its type
     */
    static Content asWritten(JsonObject block) {
        return new Written(block);
    }

    /** Text for the model. */
    record Text(String text, @Nullable Annotations annotations) implements Content {
        @Override
        public JsonObject toJson() {
            return annotated(typed("text").put("text", text), annotations);
        }
    }

    /** A picture. */
    record Image(Bytes data, String mimeType, @Nullable Annotations annotations) implements Content {
        @Override
        public JsonObject toJson() {
            return annotated(media("image", data, mimeType), annotations);
        }
    }

    /** Sound; clients of 2024-11-05 get a line of text in its place. */
    record Audio(Bytes data, String mimeType, @Nullable Annotations annotations) implements Content {
        @Override
        public JsonObject toJson() {
            return annotated(media("audio", data, mimeType), annotations);
        }
    }

    /** A resource, contents included. */
    record Embedded(ResourceContents resource, @Nullable Annotations annotations) implements Content {
        @Override
        public JsonObject toJson() {
            return annotated(typed("resource").put("resource", resource.toJson()), annotations);
        }
    }

    /** A resource the client may read by itself; clients before 2025-06-18 get its URI as text. */
    record Link(JsonObject resource) implements Content {
        @Override
        public JsonObject toJson() {
            return typed("resource_link").putAll(resource).build();
        }
    }

    /** A block in its wire form, of the newest revision. */
    record Written(JsonObject block) implements Content {
        public Written {
            if (block.string("type").isEmpty()) {
                throw new IllegalArgumentException("a block of content needs a type");
            }
        }

        @Override
        public JsonObject toJson() {
            return block;
        }
    }

    private static JsonObject.Builder typed(String type) {
        return JsonObject.builder().put("type", type);
    }

    private static JsonObject.Builder media(String type, Bytes data, String mimeType) {
        return typed(type)
                .put("data", Base64.getEncoder().encodeToString(data.array()))
                .put("mimeType", mimeType);
    }

    private static JsonObject annotated(JsonObject.Builder block, @Nullable Annotations annotations) {
        return block.putIfPresent("annotations", annotations == null ? null : annotations.toJson())
                .build();
    }
}
