package dev.footbridge.verification.attack;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Bytes as the corpus writes them: a text, {@code {"repeat": …, "times": …}}, {@code {"base64": …}}, a list of these
 * one after the other, or any other object, which is written as JSON.
 */
final class Pieces {

    private final UnaryOperator<String> fill;

    /** @param fill puts values in the place of their names */
    Pieces(UnaryOperator<String> fill) {
        this.fill = fill;
    }

    byte[] bytes(Json pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(pieces, out);
        return out.toByteArray();
    }

    String text(Json pieces) {
        return new String(bytes(pieces), StandardCharsets.UTF_8);
    }

    private void write(Json piece, ByteArrayOutputStream out) {
        if (piece instanceof JsonArray array) {
            array.items().forEach(item -> write(item, out));
        } else if (piece instanceof JsonString text) {
            out.writeBytes(filled(text.value()));
        } else if (piece instanceof JsonObject object && object.has("repeat")) {
            byte[] unit = filled(object.string("repeat").orElseThrow());
            for (long left = object.integer("times").orElseThrow(); left > 0; left--) {
                out.writeBytes(unit);
            }
        } else if (piece instanceof JsonObject object && object.has("base64")) {
            out.writeBytes(Base64.getDecoder().decode(object.string("base64").orElseThrow()));
        } else {
            out.writeBytes(filled(JsonWriter.text(piece)));
        }
    }

    private byte[] filled(String text) {
        return fill.apply(text).getBytes(StandardCharsets.UTF_8);
    }
}
