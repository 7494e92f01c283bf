package dev.footbridge.oauth;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.nio.charset.StandardCharsets;

/**
 * A signed token in its compact form (RFC 7515 §7.1), taken apart. Nothing in it is verified, but it is the only text
 * that reads as these parts: each segment is canonical base64url, each member of the JSON has its own name.
 *
 * @param signed the bytes the signature is over
 */
record CompactToken(Claims header, Claims claims, Bytes signed, Bytes signature) {

    static final int MAX_LENGTH = 16 * 1024;

    /** True for a text of three segments, which no opaque token should be. */
    static boolean hasShape(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > first + 1 && text.indexOf('.', second + 1) < 0;
    }

    /** @throws TokenException for every text that is no signed token, or not in the only form for it */
    static CompactToken parse(String text) throws TokenException {
        if (text.length() > MAX_LENGTH || !hasShape(text)) {
            throw broken();
        }
        String[] segments = text.split("\\.", -1);
        Claims header = json(segments[0]);
        if (header.has("crit")) {
            throw TokenException.invalid("The token needs an extension that this server does not have.");
        }
        int signedLength = segments[0].length() + 1 + segments[1].length();
        byte[] signed = text.substring(0, signedLength).getBytes(StandardCharsets.US_ASCII);
        return new CompactToken(header, json(segments[1]), Bytes.of(signed), Bytes.of(decoded(segments[2])));
    }

    private static Claims json(String segment) throws TokenException {
        try {
            if (JsonReader.read(decoded(segment)) instanceof JsonObject object) {
                return new Claims(object);
            }
        } catch (JsonException notJson) {
            throw broken();
        }
        throw broken();
    }

    private static byte[] decoded(String segment) throws TokenException {
        byte[] bytes = Base64Url.decode(segment);
        if (bytes.length == 0) {
            throw broken();
        }
        return bytes;
    }

    private static TokenException broken() {
        return TokenException.invalid("The token is malformed.");
    }
}
