package dev.footbridge.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Strict decoding (RFC 3629): nothing malformed, overlong or beyond Unicode, and no halves of surrogate pairs. */
final class Utf8 {

    private Utf8() {}

    static char[] decode(byte[] utf8) throws JsonException {
        // No JSON text begins like this, but every one in UTF-16 or UTF-32 does: so this says what is wrong with it.
        if (utf8.length > 1 && (utf8[0] == 0 || utf8[1] == 0)) {
            throw notUtf8();
        }
        char[] plain = ascii(utf8);
        if (plain != null) {
            return plain;
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8));
            return Arrays.copyOf(decoded.array(), decoded.remaining());
        } catch (CharacterCodingException malformed) {
            throw notUtf8();
        }
    }

    /** Most texts are ASCII, which needs no decoder; null for all others. */
    private static char @Nullable [] ascii(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return null;
            }
            text[i] = (char) bytes[i];
        }
        return text;
    }

    private static JsonException notUtf8() {
        return new JsonException("the text is not UTF-8");
    }
}
