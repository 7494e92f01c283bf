package dev.footbridge.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Where something is said, and mistakes are shown: an element, an annotation on it, or a value in that.
 *
 * @param value empty without an annotation
 */
record Place(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

    static Place of(Element element) {
        return new Place(element, Optional.empty(), Optional.empty());
    }

    static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, Optional.of(annotation), Optional.empty());
    }

    /** The value of a member of the annotation, where the member was written. */
    Place member(String name) {
        return annotation
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream()
                        .filter(member -> member.getKey().getSimpleName().contentEquals(name))
                        .<AnnotationValue>map(member -> member.getValue())
                        .findFirst())
                .map(value -> new Place(element, annotation, Optional.of(value)))
                .orElse(this);
    }

    /** In words: a type, or a type and one of its members. */
    String name() {
        Element owner = element.getEnclosingElement();
        if (owner != null && owner.getKind() == ElementKind.CONSTRUCTOR) {
            owner = owner.getEnclosingElement();
        }
        boolean isType = element.getKind().isClass() || element.getKind().isInterface();
        return owner == null || isType
                ? element.getSimpleName().toString()
                : owner.getSimpleName() + "." + element.getSimpleName();
    }
}
