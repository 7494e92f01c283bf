package dev.footbridge.compiled;

import dev.footbridge.argument.TextFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads types that travel as text. Null where there is no value, or none that is acceptable. */
public final class Texts {

    private Texts() {}

    public static @Nullable UUID uuid(Slot slot) {
        String text = slot.textOr(TextFormat.UUID.expectation());
        if (text != null && TextFormat.UUID.fits(text)) {
            return UUID.fromString(text);
        }
        if (text != null) {
            slot.report(TextFormat.UUID.expectation());
        }
        return null;
    }

    /** An absolute URI (RFC 3986). */
    public static @Nullable URI uri(Slot slot) {
        String text = slot.textOr(TextFormat.URI.expectation());
        try {
            if (text == null || TextFormat.URI.fits(text)) {
                return text == null ? null : new URI(text);
            }
        } catch (URISyntaxException notOne) {
            // reported below, as every other text that is none
        }
        slot.report(TextFormat.URI.expectation());
        return null;
    }

    /** Bytes in base64 (RFC 4648 §4) with padding, at least and at most so many. */
    public static byte @Nullable [] bytes(Slot slot, int least, int most) {
        String expected = "must be bytes in base64";
        String text = slot.textOr(expected);
        if (text == null) {
            return null;
        }
        byte[] bytes = decoded(text);
        if (bytes == null) {
            slot.report(expected);
        } else if (bytes.length < least || bytes.length > most) {
            slot.report(
                    bytes.length < least
                            ? "must be at least " + least + " bytes"
                            : "must be at most " + most + " bytes");
        }
        return bytes;
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return text.length() % 4 == 0 ? Base64.getDecoder().decode(text) : null;
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
