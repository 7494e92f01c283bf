package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds definitions that some document of finite size satisfies, by adding until nothing is added any more. */
final class Finiteness {

    private final Map<String, Definition> definitions;
    private final Set<String> finite = new HashSet<>();

    Finiteness(Map<String, Definition> definitions) {
        this.definitions = definitions;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Definition definition : definitions.values()) {
                grows |= isFinite(definition) && finite.add(definition.name());
            }
        }
    }

    boolean isFinite(String name) {
        return finite.contains(name);
    }

    private boolean isFinite(Definition definition) {
        return definition instanceof SealedType sealed
                ? sealed.variants().stream().anyMatch(variant -> finite.contains(variant.record()))
                : ((RecordType) definition)
                        .members().stream()
                                .allMatch(member -> !member.occurrence().isRequired() || isFinite(member.shape()));
    }

    private boolean isFinite(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return list.least() == 0 || isFinite(list.item());
        }
        if (shape instanceof Shape.MapOf map) {
            return map.least() == 0 || isFinite(map.value());
        }
        return !(shape instanceof Shape.Reference reference)
                || finite.contains(reference.name())
                || !definitions.containsKey(reference.name());
    }
}
