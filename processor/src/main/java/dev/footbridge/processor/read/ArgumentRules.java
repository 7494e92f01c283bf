package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** What must hold for everything that a model fills in: each argument is described, and can be filled in at all. */
final class ArgumentRules {

    private final DefinitionReader definitions;
    private final Reports reports;
    private final Mark tool;
    private final Set<String> visited = new HashSet<>();

    /** @param tool what marks the tool */
    ArgumentRules(DefinitionReader definitions, Reports reports, Mark tool) {
        this.definitions = definitions;
        this.reports = reports;
        this.tool = tool;
    }

    /** @param places where each member was declared, by Java name */
    void verify(RecordType arguments, Map<String, ? extends Element> places, Element tool) {
        Set<String> headers = new HashSet<>();
        for (Member member : arguments.members()) {
            Element where = places.containsKey(member.javaName())
                    ? places.get(member.javaName())
                    : definitions.place(arguments.name(), member.javaName());
            describe(member, where);
            boolean isNew =
                    member.header().isEmpty() || headers.add(member.header().toLowerCase(Locale.ROOT));
            if (!isNew) {
                reports.error(where, "two arguments are mirrored in the header Mcp-Param-" + member.header());
            }
            descend(member.shape());
        }
    }

    private void visit(String name) {
        Definition definition = definitions.all().get(name);
        if (definition == null || !visited.add(name)) {
            return;
        }
        verifyFinite(definition);
        if (definition instanceof SealedType sealed) {
            sealed.variants().forEach(variant -> visit(variant.record()));
            return;
        }
        for (Member member : ((RecordType) definition).members()) {
            Element where = definitions.place(name, member.javaName());
            describe(member, where);
            if (!member.header().isEmpty()) {
                reports.error(where, "@Header is for arguments themselves, not for what is inside them");
            }
            descend(member.shape());
        }
    }

    private void descend(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            descend(list.item());
        } else if (shape instanceof Shape.MapOf map) {
            descend(map.value());
        } else if (shape instanceof Shape.Reference reference) {
            visit(reference.name());
        }
    }

    private void describe(Member member, Element where) {
        if (member.description().isBlank()) {
            String name = member.javaName();
            String advice = reports.isNear(where)
                    ? "write @param " + name + " in the Javadoc, or @Description"
                    : "write @Description, because Javadoc of another file is not seen when this class is compiled"
                            + " without it";
            reports.missing(tool, where, "'" + name + "' needs a description, or models guess: " + advice);
        }
    }

    /** A record that needs itself can never be written down. */
    private void verifyFinite(Definition definition) {
        if (!new Finiteness(definitions.all()).isFinite(definition.name())) {
            reports.error(
                    definitions.place(definition.name(), ""),
                    definition.name() + " needs itself without end: make a component Optional, or a List");
        }
    }
}
