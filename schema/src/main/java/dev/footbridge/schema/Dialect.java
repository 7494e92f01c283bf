package dev.footbridge.schema;

import com.networknt.schema.dialect.Dialects;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.Arrays;
import java.util.List;

/** The dialects of JSON Schema that are understood. */
enum Dialect {
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema"),
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
    DRAFT_07("http://json-schema.org/draft-07/schema");

    private final String id;

    Dialect(String id) {
        this.id = id;
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

    static List<com.networknt.schema.dialect.Dialect> allRules() {
        return Arrays.stream(values()).map(Dialect::rules).toList();
    }

    String id() {
        return id;
    }

    /** The name under which the library knows it, which for draft-07 ends with an empty fragment. */
    String registeredId() {
        return rules().getId();
    }

    private com.networknt.schema.dialect.Dialect rules() {
        return switch (this) {
            case DRAFT_2020_12 -> Dialects.getDraft202012();
            case DRAFT_2019_09 -> Dialects.getDraft201909();
            case DRAFT_07 -> Dialects.getDraft7();
        };
    }
}
