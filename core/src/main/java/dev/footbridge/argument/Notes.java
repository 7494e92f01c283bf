package dev.footbridge.argument;

import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What every field has besides its rules.
 *
 * @param header the name part of the {@code Mcp-Param-*} header the value is mirrored in
 * @param fallback the default
 */
record Notes(
        String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable String header,
        @Nullable Json fallback) {

    static final String HEADER = "x-mcp-header";

    static Notes named(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        return new Notes(name, null, null, null, null);
    }

    Notes withTitle(String text) {
        return new Notes(name, text, description, header, fallback);
    }

    Notes withDescription(String text) {
        return new Notes(name, title, text, header, fallback);
    }

    Notes withHeader(String text) {
        if (!Headers.isToken(text)) {
            throw new IllegalArgumentException("header of field " + name + " must be an RFC 9110 token");
        }
        return new Notes(name, title, description, text, fallback);
    }

    Notes withFallback(Json value) {
        return new Notes(name, title, description, header, value);
    }
}
