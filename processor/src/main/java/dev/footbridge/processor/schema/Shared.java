package dev.footbridge.processor.schema;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the definitions of a document that stand in {@code $defs}: those that lead back to themselves, and those that
 * would be written out too often. The second kind bounds the size: records of two members, each of the next such
 * record, would double it with every level.
 */
final class Shared {

    static final int MOST_COPIES = 8;

    private final Map<String, Definition> definitions;
    private final Set<String> shared = new LinkedHashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    private Shared(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    static Set<String> below(Definition root, Map<String, Definition> definitions) {
        return below(Definitions.references(root, definitions), definitions);
    }

    static Set<String> below(Shape root, Map<String, Definition> definitions) {
        return root instanceof Shape.Reference reference
                ? below(Definitions.named(reference.name(), definitions), definitions)
                : below(Definitions.references(root), definitions);
    }

    private static Set<String> below(List<String> references, Map<String, Definition> definitions) {
        Shared found = new Shared(definitions);
        references.forEach(found::write);
        return found.shared;
    }

    /** Counts what writing the definition out would write, which is never more than a few copies of anything. */
    private void write(String name) {
        if (shared.contains(name)) {
            return;
        }
        int count = copies.merge(name, 1, Integer::sum);
        if (count > MOST_COPIES || (count == 1 && leadsBack(name))) {
            shared.add(name);
        }
        if (count <= MOST_COPIES) {
            next(name).forEach(this::write);
        }
    }

    private boolean leadsBack(String name) {
        Set<String> seen = new HashSet<>();
        next(name).forEach(next -> walk(next, seen));
        return seen.contains(name);
    }

    private void walk(String name, Set<String> seen) {
        if (seen.add(name)) {
            next(name).forEach(next -> walk(next, seen));
        }
    }

    private List<String> next(String name) {
        return Definitions.references(Definitions.named(name, definitions), definitions);
    }
}
