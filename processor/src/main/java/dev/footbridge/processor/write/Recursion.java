package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds records that need another of themselves: nobody can send one, and reading it must end all the same. */
final class Recursion {

    private final Map<String, Definition> definitions;
    private final Set<String> seen = new HashSet<>();

    private Recursion(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    static boolean endless(RecordType record, Map<String, Definition> definitions) {
        Recursion recursion = new Recursion(definitions);
        recursion.walk(record);
        return recursion.seen.contains(record.name());
    }

    /** The variants of a sealed type need no look: without a tag none of them is read. */
    private void walk(RecordType record) {
        for (Member member : record.members()) {
            boolean needed = member.occurrence() == Member.Occurrence.REQUIRED;
            if (needed
                    && member.shape() instanceof Shape.Reference reference
                    && definitions.get(reference.name()) instanceof RecordType next
                    && seen.add(next.name())) {
                walk(next);
            }
        }
    }
}
