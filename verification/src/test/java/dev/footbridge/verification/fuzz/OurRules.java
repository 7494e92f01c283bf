package dev.footbridge.verification.fuzz;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The rules by which our reader is stricter than RFC 8259, written down a second time. */
final class OurRules {

    private static final BigInteger FAR = BigInteger.valueOf(1000);

    private int values;

    private OurRules() {}

    /** True if one of them refuses the bytes, which another reader took for that value. */
    static boolean refuse(byte[] bytes, Json value) {
        return !isPlainUtf8(bytes) || new OurRules().refuse(value, 0);
    }

    private static boolean isPlainUtf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.startsWith("\uFEFF") && text.indexOf('\0') < 0;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private boolean refuse(Json value, int depth) {
        values++;
        if (values > JsonReader.MAX_VALUES) {
            return true;
        }
        if (value instanceof JsonObject object) {
            return depth == JsonReader.MAX_DEPTH
                    || object.members().entrySet().stream().anyMatch(member -> refuse(member, depth + 1));
        }
        if (value instanceof JsonArray array) {
            return depth == JsonReader.MAX_DEPTH || array.items().stream().anyMatch(item -> refuse(item, depth + 1));
        }
        if (value instanceof JsonNumber number) {
            return number.text().length() > JsonReader.MAX_NUMBER_LENGTH || isFar(number.text());
        }
        return value instanceof JsonString string && isHalved(string.value());
    }

    private boolean refuse(Map.Entry<String, Json> member, int depth) {
        return member.getKey().length() > JsonReader.MAX_NAME_LENGTH
                || isHalved(member.getKey())
                || refuse(member.getValue(), depth);
    }

    private static boolean isFar(String number) {
        String[] parts = number.split("[eE]", -1);
        int exponent = parts.length == 1
                ? 0
                : new BigInteger(parts[1]).min(FAR).max(FAR.negate()).intValue();
        return exponent > JsonReader.MAX_EXPONENT || exponent < JsonReader.MIN_EXPONENT;
    }

    private static boolean isHalved(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
