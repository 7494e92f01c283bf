package dev.footbridge.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * One annotation as it was written, read by name, so that the processor depends on no annotation class. A member that
 * was not written has the default of its type here: readers know what that means. Annotations of other frameworks are
 * read as the marks of ours that say the same.
 */
final class Mark {

    private final String name;
    private final String written;
    private final Place place;
    private final Map<String, Object> values;

    private Mark(String name, String written, Place place, Map<String, ?> values) {
        this.name = name;
        this.written = written;
        this.place = place;
        this.values = new LinkedHashMap<>(values);
    }

    private static Mark of(Element carrier, AnnotationMirror mirror) {
        String name = ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
        Map<String, Object> values = new LinkedHashMap<>();
        mirror.getElementValues()
                .forEach((member, value) -> values.put(member.getSimpleName().toString(), value.getValue()));
        return new Mark(name, name, Place.of(carrier, mirror), values);
    }

    /** The mark of ours that says what this one says. */
    Mark as(String annotation, Map<String, ?> members) {
        return new Mark(annotation, written, place, members);
    }

    /** The annotation of that qualified name, if the element carries it. */
    static Optional<Mark> on(Element element, String annotation) {
        return all(element).stream()
                .filter(mark -> mark.name().equals(annotation))
                .findFirst();
    }

    /** Everything the element is marked with, in our words. */
    static List<Mark> all(Element element) {
        return Dialects.read(element);
    }

    /**
     * As the author wrote them.
     *
     * @param carrier what they are written on
     */
    static List<Mark> of(Element carrier, List<? extends AnnotationMirror> mirrors) {
        return mirrors.stream().map(mirror -> of(carrier, mirror)).toList();
    }

    /** The qualified name of the annotation. */
    String name() {
        return name;
    }

    /** What the author wrote, for messages: {@code @Size}. */
    String shown() {
        return "@" + written.substring(written.lastIndexOf('.') + 1);
    }

    /** Where the author wrote it. */
    Place place() {
        return place;
    }

    /** True if the author wrote the annotation of another framework. */
    boolean isForeign() {
        return !name.equals(written);
    }

    /** The names of the members that were written. */
    Set<String> members() {
        return values.keySet();
    }

    /** True if both say the same to the author, as the twins of one component do. */
    boolean repeats(Mark other) {
        return name.equals(other.name) && text("message").equals(other.text("message"));
    }

    boolean has(String member) {
        return value(member).isPresent();
    }

    String text(String member) {
        return value(member)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    double number(String member) {
        return value(member)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .orElse(0.0);
    }

    int whole(String member, int fallback) {
        return value(member)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(fallback);
    }

    boolean flag(String member, boolean fallback) {
        return value(member)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast)
                .orElse(fallback);
    }

    /** The simple name of an enum constant, empty if none was written. */
    String constant(String member) {
        return value(member)
                .map(value -> value instanceof VariableElement constant ? constant.getSimpleName() : value)
                .map(Object::toString)
                .orElse("");
    }

    List<String> texts(String member) {
        return items(member).stream().map(String::valueOf).toList();
    }

    List<TypeMirror> types(String member) {
        return items(member).stream()
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast)
                .toList();
    }

    /** Annotations inside the annotation, such as those of a container. */
    List<Mark> marks(String member) {
        return items(member).stream()
                .filter(AnnotationMirror.class::isInstance)
                .map(value -> of(place.element(), (AnnotationMirror) value))
                .toList();
    }

    private List<Object> items(String member) {
        Object value = value(member).orElse(List.of());
        if (!(value instanceof List<?> items)) {
            return List.of(value);
        }
        return items.stream()
                .<Object>map(item -> item instanceof AnnotationValue inner ? inner.getValue() : item)
                .toList();
    }

    private Optional<Object> value(String member) {
        return Optional.ofNullable(values.get(member));
    }
}
