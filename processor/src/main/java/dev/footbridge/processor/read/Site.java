package dev.footbridge.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Where a value comes in or goes out: a component of a record or a parameter of a method.
 *
 * @param where what mistakes are shown at
 * @param type as it is where the site is used, type variables replaced
 * @param marks the annotations that say something about the value
 * @param comment what the documentation comment says of it, empty for nothing
 */
record Site(Element where, String name, TypeMirror type, List<Mark> marks, String comment) {

    Site {
        marks = List.copyOf(marks);
    }

    Optional<Mark> mark(String annotation) {
        return marks.stream().filter(mark -> mark.name().equals(annotation)).findFirst();
    }

    /** The value of an annotation that has only one, empty where there is none. */
    String said(String annotation) {
        return mark(annotation).map(mark -> mark.text("value")).orElse("");
    }

    /** True if any annotation called Nullable is on it; there are many, and all mean the same. */
    boolean isNullable() {
        return marks.stream().anyMatch(mark -> mark.name().endsWith(".Nullable"))
                || Mark.of(where, type.getAnnotationMirrors()).stream()
                        .anyMatch(mark -> mark.name().endsWith(".Nullable"));
    }

    String description() {
        return mark(Names.DESCRIPTION).map(mark -> mark.text("value")).orElse(comment);
    }
}
