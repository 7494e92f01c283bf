package dev.footbridge.feature;

import dev.footbridge.feature.HeaderParams.Param;
import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.secret.SecretNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Walks an input schema for {@code x-mcp-header}, along {@code properties} and, to refuse it, everywhere else. */
final class HeaderParamFinder {

    private static final String KEYWORD = "x-mcp-header";
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    /** Keywords whose value is data, in which the name means nothing. */
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", "example", "required");

    /** Keywords whose value maps names of any kind to schemas. */
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    private final List<Param> found = new ArrayList<>();
    private final Set<String> headers = new HashSet<>();

    private HeaderParamFinder() {}

    static List<Param> find(JsonObject inputSchema) {
        HeaderParamFinder finder = new HeaderParamFinder();
        finder.walk(inputSchema, List.of());
        return finder.found;
    }

    private void walk(JsonObject schema, List<String> path) {
        Json header = schema.get(KEYWORD);
        if (header != null) {
            add(header, schema, path);
        }
        schema.members().forEach((keyword, value) -> {
            if (keyword.equals("properties") && value instanceof JsonObject properties) {
                properties.members().forEach((name, property) -> step(property, path, name));
            } else if (!keyword.equals(KEYWORD)) {
                refuseIn(keyword, value);
            }
        });
    }

    private void step(Json property, List<String> path, String name) {
        if (property instanceof JsonObject schema) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            walk(schema, longer);
        }
    }

    private void add(Json header, JsonObject schema, List<String> path) {
        require(!path.isEmpty(), "stands on the whole input instead of a property");
        String name = header instanceof JsonString text ? text.value() : "";
        String property = path.get(path.size() - 1);
        boolean secret = SecretNames.isOne(property) || schema.isTrue("writeOnly");
        require(!secret, "stands on '" + property + "', a secret: headers are logged on their way");
        require(Headers.isToken(name), "is not the name of a header (RFC 9110 token)");
        require(headers.add(name.toLowerCase(Locale.ROOT)), "names the same header twice");
        String type = schema.string("type").orElse("");
        require(TYPES.contains(type), "stands on a property that is not of type string, integer or boolean");
        found.add(new Param("Mcp-Param-" + name, path, type));
    }

    private static void refuseIn(String keyword, Json value) {
        if (DATA.contains(keyword)) {
            return;
        }
        if (MAPS.contains(keyword) && value instanceof JsonObject schemas) {
            schemas.members().values().forEach(HeaderParamFinder::refuse);
        } else {
            refuse(value);
        }
    }

    private static void refuse(Json schema) {
        if (schema instanceof JsonObject object) {
            require(!object.has(KEYWORD), "can be reached otherwise than by properties alone");
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                refuseIn(member.getKey(), member.getValue());
            }
        } else if (schema instanceof JsonArray array) {
            array.items().forEach(HeaderParamFinder::refuse);
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("an " + KEYWORD + " of the input schema " + problem);
        }
    }
}
