package dev.footbridge.testkit.author;

import dev.footbridge.call.InputRequest;
import dev.footbridge.json.JsonObject;

/**
 * Something a tool asked the client's side for. Immutable.
 *
 * @param key what the tool named it; empty before 2026-07-28, where no key is sent
 * @param method such as {@code elicitation/create}
 * @param params the parameters as the client got them
 */
public record Question(String key, String method, JsonObject params) {

    /** What is asked for. */
    public enum Kind {
        /** A form for the user. */
        FORM,
        /** A page for the user to open. */
        URL,
        /** Words of the client's model. */
        SAMPLING,
        /** The folders the user has opened. */
        ROOTS
    }

    static Question of(String key, InputRequest<?> request) {
        return new Question(key, request.method(), request.params());
    }

    /** @throws IllegalStateException if the method is none that may be asked with */
    public Kind kind() {
        return switch (method) {
            case "elicitation/create" -> params.string("mode").orElse("form").equals("url") ? Kind.URL : Kind.FORM;
            case "sampling/createMessage" -> Kind.SAMPLING;
            case "roots/list" -> Kind.ROOTS;
            default -> throw new IllegalStateException("no client can be asked with " + method);
        };
    }

    /** What the user reads; empty where nobody does. */
    public String message() {
        return params.string("message").orElse("");
    }

    /** The schema of a form; empty for everything else. */
    public JsonObject requestedSchema() {
        return params.object("requestedSchema").orElse(JsonObject.EMPTY);
    }

    /** The page to open; empty for everything else. */
    public String url() {
        return params.string("url").orElse("");
    }

    /** True if the tool gave it that key, or if its message holds the text. */
    boolean isCalled(String keyOrMessage) {
        return key.equals(keyOrMessage) || message().contains(keyOrMessage);
    }
}
