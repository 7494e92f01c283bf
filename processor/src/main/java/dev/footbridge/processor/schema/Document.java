package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One schema document.
 *
 * @param shared the names of the definitions that stand in {@code $defs}
 */
record Document(Side side, Map<String, Definition> definitions, Set<String> shared) {

    /** The root, with the definitions it refers to. */
    JsonObject whole(JsonObject root) {
        if (shared.isEmpty()) {
            return root;
        }
        JsonObject.Builder bodies = JsonObject.builder();
        shared.stream().sorted().forEach(name -> bodies.put(name, body(Definitions.named(name, definitions))));
        return root.with("$defs", bodies.build());
    }

    JsonObject schema(Shape shape) {
        if (shape instanceof Shape.Reference reference) {
            return reference(reference.name());
        }
        if (shape instanceof Shape.ListOf list) {
            return list(list);
        }
        return shape instanceof Shape.MapOf map ? map(map) : Values.schema(shape, side);
    }

    /** A definition written out. */
    JsonObject body(Definition definition) {
        return definition instanceof Definition.SealedType sealed
                ? sealed(sealed)
                : object((Definition.RecordType) definition, JsonObject.EMPTY);
    }

    private JsonObject reference(String name) {
        return shared.contains(name)
                ? JsonObject.of("$ref", "#/$defs/" + name)
                : body(Definitions.named(name, definitions));
    }

    private JsonObject list(Shape.ListOf list) {
        JsonObject.Builder schema = JsonObject.builder().put("type", "array").put("items", schema(list.item()));
        if (side.constrains()) {
            Bounds.put(schema, "minItems", list.least(), "maxItems", list.most());
            if (list.container() == Shape.ListOf.Container.SET) {
                schema.put("uniqueItems", true);
            }
        }
        return schema.build();
    }

    private JsonObject map(Shape.MapOf map) {
        JsonObject.Builder schema =
                JsonObject.builder().put("type", "object").put("additionalProperties", schema(map.value()));
        if (side.constrains()) {
            Bounds.put(schema, "minProperties", map.least(), "maxProperties", map.most());
        }
        return schema.build();
    }

    private JsonObject sealed(Definition.SealedType sealed) {
        List<Json> variants = new ArrayList<>();
        for (Definition.Variant variant : sealed.variants()) {
            JsonObject tag = JsonObject.of(sealed.tag(), JsonObject.of("const", variant.value()));
            variants.add(object(Definitions.record(variant, definitions), tag));
        }
        JsonObject schema = JsonObject.builder()
                .put("type", "object")
                .put("oneOf", new JsonArray(variants))
                .build();
        return Notes.on(schema, sealed.title(), sealed.description());
    }

    /** @param tag the property that says which variant it is, empty for none */
    private JsonObject object(Definition.RecordType record, JsonObject tag) {
        JsonObject.Builder properties = JsonObject.builder().putAll(tag);
        List<String> required = new ArrayList<>(tag.members().keySet());
        for (Member member : record.members()) {
            properties.put(member.wireName(), property(member));
            if (side.requires(member.occurrence())) {
                required.add(member.wireName());
            }
        }
        JsonObject known = properties.build();
        JsonObject.Builder schema = JsonObject.builder()
                .put("type", "object")
                .putIfPresent("properties", known.isEmpty() ? null : known)
                .putIfPresent("required", required.isEmpty() ? null : JsonArray.ofStrings(required));
        if (side.constrains()) {
            schema.putAll(MemberRules.of(record));
        }
        schema.put("additionalProperties", false);
        return Notes.on(schema.build(), record.title(), record.description());
    }

    private JsonObject property(Member member) {
        JsonObject value = schema(member.shape());
        // a mirrored argument must be of one type, or clients drop the tool; null then counts as left out
        boolean isMirrored = side.constrains() && !member.header().isEmpty();
        boolean mayBeNull = member.occurrence().allowsNull() && !isMirrored;
        JsonObject all = mayBeNull ? Nullable.of(value) : value;
        JsonObject.Builder schema = JsonObject.builder().putAll(Notes.on(all, member.title(), member.description()));
        if (side.constrains()) {
            if (member.occurrence() == Member.Occurrence.DEFAULTED) {
                schema.put("default", parsed(member.fallback().json()));
            }
            if (!member.examples().isEmpty()) {
                schema.put(
                        "examples",
                        new JsonArray(
                                member.examples().stream().map(Document::parsed).toList()));
            }
            schema.putIfPresent("x-mcp-header", member.header().isEmpty() ? null : member.header());
        }
        return schema.build();
    }

    private static Json parsed(String json) {
        return new JsonText(json).parsed();
    }
}
