package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** All dialects that are understood, and the place where every annotation is read. */
public final class Dialects {

    private static final Set<String> OURS = Set.of(Names.TOOL, Names.PROMPT, Names.RESOURCE, Names.COMPLETE);

    private static final Map<String, Dialect> FEATURES = FeatureDialect.table();
    private static final Map<String, Dialect> ALL = all();

    /** Where annotations come from that authors expect to matter: those that are not understood are warned of. */
    private static final List<String> KNOWN = List.of(
            "io.quarkiverse.mcp.server.",
            "org.mcpjava.server.",
            "org.springframework.ai.mcp.annotation.",
            "org.springframework.ai.tool.annotation.",
            "org.springaicommunity.mcp.annotation.",
            "dev.langchain4j.",
            "jakarta.validation.constraints.",
            "com.fasterxml.jackson.annotation.",
            "com.fasterxml.jackson.databind.annotation.");

    private Dialects() {}

    /** The annotations of other frameworks that make a method a tool, a prompt, a resource or a completion. */
    public static Set<String> features() {
        return FEATURES.keySet();
    }

    /** Our own annotations that do the same. */
    public static Set<String> ours() {
        return OURS;
    }

    /** True if the method is a tool, a prompt, a resource or a completion in any dialect. */
    static boolean isServed(Element method) {
        return Mark.of(method, method.getAnnotationMirrors()).stream()
                .map(Mark::name)
                .anyMatch(name -> OURS.contains(name) || FEATURES.containsKey(name));
    }

    /** The annotation by which the method is served, as the author wrote it; empty if that is ours. */
    static Optional<Mark> foreignFeature(Element method) {
        List<Mark> written = Mark.of(method, method.getAnnotationMirrors());
        return written.stream().map(Mark::name).anyMatch(OURS::contains)
                ? Optional.empty()
                : written.stream()
                        .filter(mark -> FEATURES.containsKey(mark.name()))
                        .findFirst();
    }

    /** Everything an element is marked with, in our words: each mark once, however many annotations said it. */
    static List<Mark> read(Element element) {
        return read(element, List.of());
    }

    /** As {@link #read(Element)}, with what goes without saying of a parameter of that method. */
    static List<Mark> read(VariableElement parameter, ExecutableElement method) {
        return read(parameter, ArgumentDialect.implied(parameter, method));
    }

    private static List<Mark> read(Element element, List<Mark> implied) {
        List<Mark> written = Mark.of(element, element.getAnnotationMirrors());
        Stream<Mark> said = written.stream().flatMap(mark -> dialect(mark.name()).translate(mark, element).stream());
        return Agreement.of(Stream.concat(Stream.concat(said, implied.stream()), ofItems(element).stream())
                .toList());
    }

    private static Dialect dialect(String annotation) {
        Dialect dialect = ALL.get(annotation);
        if (dialect != null) {
            return dialect;
        }
        return KNOWN.stream().anyMatch(annotation::startsWith) ? Dialect.unread() : (mark, place) -> List.of(mark);
    }

    /** Bean Validation constrains what is in a list between the angle brackets; we do it beside the list. */
    private static List<Mark> ofItems(Element element) {
        List<Mark> marks = new ArrayList<>();
        if (element.getKind() == ElementKind.PARAMETER || element.getKind().isField()) {
            ofItems(element, element.asType(), marks);
        }
        return marks;
    }

    private static void ofItems(Element carrier, TypeMirror type, List<Mark> marks) {
        if (!(type instanceof DeclaredType declared)) {
            return;
        }
        for (TypeMirror item : declared.getTypeArguments()) {
            for (Mark mark : Mark.of(carrier, item.getAnnotationMirrors())) {
                marks.addAll(ValidationDialect.ofItem(mark, item));
            }
            if (JavaTypes.is(type, "java.util.Optional")) {
                ofItems(carrier, item, marks);
            }
        }
    }

    private static Map<String, Dialect> all() {
        Map<String, Dialect> all = new HashMap<>(FEATURES);
        all.putAll(ArgumentDialect.table());
        all.putAll(ValidationDialect.table());
        all.putAll(JacksonDialect.table());
        all.putAll(SecurityDialect.table());
        return all;
    }
}
