package dev.footbridge.settings;

import dev.footbridge.argument.Pointer;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document with the types of JSON: no tags, no aliases of collections, no key twice, so that a
 * reader sees everything that counts.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#102-json-schema">YAML 1.2.2, JSON schema</a>
 */
final class Yaml {

    static final int MAX_CHARACTERS = 1 << 18;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MAX_CHARACTERS)
            .setLabel("settings")
            .build();

    private Yaml() {}

    /** @throws SettingsException if it is not one mapping, or holds anything that JSON has not */
    static JsonObject read(String text) throws SettingsException {
        try {
            Object document = new Load(SETTINGS).loadFromString(text);
            if (document instanceof Map<?, ?> map) {
                return object(map, "");
            }
            throw wrong("the file must hold one mapping");
        } catch (MarkedYamlEngineException malformed) {
            throw wrong(YamlTrouble.of(malformed));
        } catch (YamlEngineException | StackOverflowError malformed) {
            throw wrong("not the YAML that is read here: no key twice, no tags, no aliases, not more than 256 KiB");
        }
    }

    private static JsonObject object(Map<?, ?> map, String path) throws SettingsException {
        JsonObject.Builder object = JsonObject.builder();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw wrong((path.isEmpty() ? "/" : path) + " has a key that is no text: quote it");
            }
            object.put(name, json(member.getValue(), Pointer.stranger(path, name)));
        }
        return object.build();
    }

    private static Json json(@Nullable Object value, String path) throws SettingsException {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, path);
        }
        if (value instanceof List<?> list) {
            List<Json> items = new ArrayList<>();
            for (Object item : list) {
                items.add(json(item, path + "/" + items.size()));
            }
            return new JsonArray(items);
        }
        return scalar(value, path);
    }

    private static Json scalar(Object value, String path) throws SettingsException {
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value instanceof Boolean flag) {
            return Json.of(flag);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return new JsonNumber(value.toString());
        }
        if (value instanceof Double number && !number.isInfinite() && !number.isNaN()) {
            return new JsonNumber(number.toString());
        }
        throw wrong(path + " is of a type that is not read here");
    }

    private static SettingsException wrong(String problem) {
        return new SettingsException(List.of(problem));
    }
}
