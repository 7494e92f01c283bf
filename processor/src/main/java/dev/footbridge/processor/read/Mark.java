package dev.footbridge.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * One annotation as it was written, read by name, so that the processor depends on no annotation class. A member that
 * was not written has the default of its type here: readers know what that means.
 */
final class Mark {

    private final Element carrier;
    private final AnnotationMirror mirror;

    private Mark(Element carrier, AnnotationMirror mirror) {
        this.carrier = carrier;
        this.mirror = mirror;
    }

    /** The annotation of that qualified name, if the element carries it. */
    static Optional<Mark> on(Element element, String annotation) {
        return all(element).stream()
                .filter(mark -> mark.name().equals(annotation))
                .findFirst();
    }

    static List<Mark> all(Element element) {
        return of(element, element.getAnnotationMirrors());
    }

    /** @param carrier what mistakes are shown at if the annotations themselves have no place */
    static List<Mark> of(Element carrier, List<? extends AnnotationMirror> mirrors) {
        return mirrors.stream().map(mirror -> new Mark(carrier, mirror)).toList();
    }

    /** The qualified name of the annotation. */
    String name() {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The annotation of that qualified name as authors write it: {@code @Min}. */
    static String simple(String name) {
        return "@" + name.substring(name.lastIndexOf('.') + 1);
    }

    /** The element it was written on. */
    Element carrier() {
        return carrier;
    }

    AnnotationMirror mirror() {
        return mirror;
    }

    /** The value of a member as it was written, for its place; empty if it was not. */
    Optional<AnnotationValue> written(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
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
                .filter(VariableElement.class::isInstance)
                .map(value -> ((VariableElement) value).getSimpleName().toString())
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
                .map(value -> new Mark(carrier, (AnnotationMirror) value))
                .toList();
    }

    private List<Object> items(String member) {
        Object value = value(member).orElse(List.of());
        if (!(value instanceof List<?> items)) {
            return List.of(value);
        }
        return items.stream().map(item -> ((AnnotationValue) item).getValue()).toList();
    }

    private Optional<Object> value(String member) {
        return written(member).map(AnnotationValue::getValue);
    }
}
