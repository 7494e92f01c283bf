package dev.footbridge.feature;

import dev.footbridge.call.Call;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that users pick by name. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/prompts">Prompts</a>
 */
public record Prompt(
        String name,
        @Nullable String title,
        @Nullable String description,
        List<Prompt.Argument> arguments,
        List<Icon> icons,
        JsonObject meta,
        Renderer renderer) {

    public Prompt {
        arguments = List.copyOf(arguments);
        icons = List.copyOf(icons);
    }

    /** A named text the user fills in; {@code completer} may propose values. */
    public record Argument(
            String name,
            @Nullable String title,
            @Nullable String description,
            boolean required,
            @Nullable Completer completer) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("name", name)
                    .putIfPresent("title", title)
                    .putIfPresent("description", description)
                    .put("required", required)
                    .build();
        }
    }

    /** Turns arguments into messages. Called by many threads at once. */
    @FunctionalInterface
    public interface Renderer {
        PromptResult render(Map<String, String> arguments, Call call) throws Exception;
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The {@code Prompt} object of {@code prompts/list}, in the form of the newest revision. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .putIfPresent("title", title)
                .putIfPresent("description", description)
                .putIfPresent("icons", icons.isEmpty() ? null : Icon.toJson(icons))
                .putIfPresent("arguments", arguments.isEmpty() ? null : argumentsJson())
                .putIfPresent("_meta", meta.isEmpty() ? null : meta)
                .build();
    }

    private JsonArray argumentsJson() {
        return new JsonArray(
                List.copyOf(arguments.stream().map(Argument::toJson).toList()));
    }

    /** Collects what a prompt is made of. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private @Nullable String title;
        private @Nullable String description;
        private final List<Argument> arguments = new ArrayList<>();
        private List<Icon> icons = List.of();
        private JsonObject meta = JsonObject.EMPTY;

        private Builder(String name) {
            this.name = name;
        }

        public Builder title(String text) {
            this.title = text;
            return this;
        }

        public Builder describedAs(String text) {
            this.description = text;
            return this;
        }

        public Builder icons(Icon... pictures) {
            this.icons = List.of(pictures);
            return this;
        }

        public Builder meta(JsonObject members) {
            this.meta = members;
            return this;
        }

        public Builder takes(Argument argument) {
            arguments.add(argument);
            return this;
        }

        public Builder requires(String argument, String meaning) {
            return takes(new Argument(argument, null, meaning, true, null));
        }

        public Builder accepts(String argument, String meaning) {
            return takes(new Argument(argument, null, meaning, false, null));
        }

        /** Proposes values for the argument that was named last. */
        public Builder completedBy(Completer completer) {
            Argument last = arguments.remove(arguments.size() - 1);
            arguments.add(new Argument(last.name(), last.title(), last.description(), last.required(), completer));
            return this;
        }

        /** @throws IllegalArgumentException if a text of it holds an invisible character */
        public Prompt renders(Renderer renderer) {
            PublishedTexts.check("prompt " + name, name);
            PublishedTexts.check("prompt " + name, title);
            PublishedTexts.check("prompt " + name, description);
            arguments.forEach(argument -> PublishedTexts.check("prompt " + name, argument.toJson()));
            return new Prompt(name, title, description, arguments, icons, meta, renderer);
        }
    }
}
