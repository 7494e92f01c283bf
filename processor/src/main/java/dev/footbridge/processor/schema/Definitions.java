package dev.footbridge.processor.schema;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks things up in a module's definitions. */
final class Definitions {

    private Definitions() {}

    /** @throws IllegalArgumentException if there is none of that name */
    static Definition named(String name, Map<String, Definition> definitions) {
        Definition found = definitions.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no definition " + name);
        }
        return found;
    }

    static Definition.RecordType record(Definition.Variant variant, Map<String, Definition> definitions) {
        return (Definition.RecordType) named(variant.record(), definitions);
    }

    /** The names that are referred to, as often as they are; the variants of a sealed type are part of it. */
    static List<String> references(Definition definition, Map<String, Definition> definitions) {
        Stream<Definition.RecordType> records = definition instanceof Definition.SealedType sealed
                ? sealed.variants().stream().map(variant -> record(variant, definitions))
                : Stream.of((Definition.RecordType) definition);
        return records.flatMap(record -> record.members().stream())
                .map(Member::shape)
                .flatMap(shape -> references(shape).stream())
                .toList();
    }

    static List<String> references(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return references(list.item());
        }
        if (shape instanceof Shape.MapOf map) {
            return references(map.value());
        }
        return shape instanceof Shape.Reference reference ? List.of(reference.name()) : List.of();
    }
}
