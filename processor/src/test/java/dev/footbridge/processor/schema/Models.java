package dev.footbridge.processor.schema;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Fallback;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Short ways to make models and to read schemas. */
final class Models {

    static final Shape TEXT = new Shape.Text(TextRules.NONE);
    static final Shape INT = new Shape.Whole("int", 0, 9, OptionalLong.empty());

    private Models() {}

    static Member member(String name, Shape shape, Occurrence occurrence) {
        return new Member(name, name, shape, occurrence, Fallback.NONE, "", "", "", List.of(), "");
    }

    static Member required(String name, Shape shape) {
        return member(name, shape, Occurrence.REQUIRED);
    }

    static Member optional(String name) {
        return member(name, TEXT, Occurrence.OPTIONAL);
    }

    static Member nullable(String name) {
        return member(name, TEXT, Occurrence.NULLABLE);
    }

    static RecordType record(String name, Member... members) {
        return new RecordType(name, "shop." + name, "", "", List.of(members), List.of(), List.of());
    }

    static Shape.Reference reference(String name) {
        return new Shape.Reference("shop." + name, name);
    }

    static Shape listOf(Shape item) {
        return new Shape.ListOf(Shape.ListOf.Container.LIST, item, 0, Integer.MAX_VALUE);
    }

    static Map<String, Definition> definitions(Definition... all) {
        Map<String, Definition> byName = new TreeMap<>();
        for (Definition definition : all) {
            byName.put(definition.name(), definition);
        }
        return byName;
    }

    /** The schema of one required argument. */
    static String argument(Shape shape, Definition... definitions) {
        return text(property(Schemas.input(record("In", required("a", shape)), definitions(definitions))));
    }

    /** The schema of one argument. */
    static String argument(Member member, Definition... definitions) {
        return text(property(Schemas.input(record("In", member), definitions(definitions))));
    }

    static String result(Shape shape, Definition... definitions) {
        return text(Schemas.output(shape, Occurrence.REQUIRED, definitions(definitions)));
    }

    static String text(JsonObject schema) {
        return JsonWriter.text(schema).replace('"', '\'');
    }

    private static JsonObject property(JsonObject schema) {
        JsonObject properties = schema.object("properties").orElseThrow();
        return (JsonObject) properties.members().values().iterator().next();
    }
}
