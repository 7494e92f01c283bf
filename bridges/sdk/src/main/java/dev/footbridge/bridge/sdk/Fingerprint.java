package dev.footbridge.bridge.sdk;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A short name of a JSON value: equal for equal values, whatever order their members come in. */
final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    static String of(Json value) {
        byte[] text = JsonWriter.text(sorted(value)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(Sha256.of(text), BYTES));
    }

    private static Json sorted(Json value) {
        if (value instanceof JsonObject object) {
            Map<String, Json> members = new TreeMap<>();
            object.members().forEach((name, member) -> members.put(name, sorted(member)));
            return new JsonObject(members);
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    List.copyOf(array.items().stream().map(Fingerprint::sorted).toList()));
        }
        return value;
    }
}
