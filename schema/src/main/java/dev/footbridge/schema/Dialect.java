package dev.footbridge.schema;

import com.networknt.schema.dialect.Dialects;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The dialects of JSON Schema that are understood. */
enum Dialect {
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema", Dialects::getDraft202012),
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema", Dialects::getDraft201909),
    DRAFT_07("http://json-schema.org/draft-07/schema", Dialects::getDraft7);

    private final String id;
    private final Supplier<com.networknt.schema.dialect.Dialect> rules;

    Dialect(String id, Supplier<com.networknt.schema.dialect.Dialect> rules) {
        this.id = id;
        this.rules = rules;
    }

    static Dialect of(JsonObject document) {
        Json declared = document.get("$schema");
        if (declared == null) {
            return DRAFT_2020_12;
        }
        if (!(declared instanceof JsonString name)) {
            throw new IllegalArgumentException("$schema must be a string");
        }
        return Arrays.stream(values())
                .filter(dialect ->
                        name.value().equals(dialect.id) || name.value().equals(dialect.id + "#"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown JSON Schema dialect " + name.value() + "; known are 2020-12, 2019-09 and draft-07"));
    }

    static List<com.networknt.schema.dialect.Dialect> rules() {
        return Arrays.stream(values()).map(dialect -> dialect.rules.get()).toList();
    }

    String id() {
        return id;
    }

    /** The name under which the library knows it, which for draft-07 ends with an empty fragment. */
    String registeredId() {
        return rules.get().getId();
    }
}
