package dev.footbridge.processor.read;

import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the author what is wrong, at the element where it can be mended. One for each annotated class. */
public final class Reports {

    /** What {@code @SuppressWarnings} silences warnings by. */
    private static final String NAME = "footbridge";

    private final Messager messager;
    private final Element home;
    private final boolean knowsEveryLine;
    private boolean failed;

    /** @param home the annotated class: where mistakes are shown that are made in other files */
    public Reports(Messager messager, Element home) {
        this.messager = messager;
        this.home = home;
        // Eclipse's compiler has no line for records, their components and the constants of enums.
        this.knowsEveryLine = !messager.getClass().getName().startsWith("org.eclipse.");
    }

    public void error(Element where, String message) {
        error(new Place(where, null, null), message);
    }

    /** An error in an annotation as a whole. */
    void error(Mark mark, String message) {
        error(new Place(mark.carrier(), mark.mirror(), null), message);
    }

    /** An error in the value of one member of an annotation; in the annotation, if the member was not written. */
    void error(Mark mark, String member, String message) {
        AnnotationValue value = mark.written(member).orElse(null);
        error(new Place(mark.carrier(), mark.mirror(), value), message);
    }

    /** As an error, but the class is served nevertheless. */
    public void warning(Element where, String message) {
        if (!isSilent(where)) {
            show(Diagnostic.Kind.WARNING, new Place(where, null, null), message);
        }
    }

    /** True if the author silenced our warnings here or around it. */
    public static boolean isSilent(Element where) {
        for (Element scope = where; scope != null; scope = scope.getEnclosingElement()) {
            SuppressWarnings silenced = scope.getAnnotation(SuppressWarnings.class);
            if (silenced != null && List.of(silenced.value()).contains(NAME)) {
                return true;
            }
        }
        return false;
    }

    /** True if there was an error: then nothing is to be generated. */
    public boolean failed() {
        return failed;
    }

    private void error(Place place, String message) {
        failed = true;
        show(Diagnostic.Kind.ERROR, place, message);
    }

    /** What has no line to show, such as an element that was compiled before, is named instead. */
    private void show(Diagnostic.Kind kind, Place place, String message) {
        boolean isNear = Objects.equals(outermost(place.element), outermost(home));
        boolean hasLine = knowsEveryLine || !isOfRecord(place.element);
        String text = isNear && hasLine ? message : place.name() + ": " + message;
        if (!hasLine) {
            messager.printMessage(kind, text, home);
        } else if (place.annotation == null) {
            messager.printMessage(kind, text, place.element);
        } else if (place.value == null) {
            messager.printMessage(kind, text, place.element, place.annotation);
        } else {
            messager.printMessage(kind, text, place.element, place.annotation, place.value);
        }
    }

    private static boolean isOfRecord(Element where) {
        Element owner = where.getEnclosingElement();
        return switch (where.getKind()) {
            case RECORD, RECORD_COMPONENT, ENUM_CONSTANT -> true;
            case FIELD, CONSTRUCTOR -> owner.getKind() == ElementKind.RECORD;
            case PARAMETER -> owner.getKind() == ElementKind.CONSTRUCTOR && isOfRecord(owner);
            default -> false;
        };
    }

    private static @Nullable Element outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement() != null
                && outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return outer;
    }

    /** Something to show a mistake at: an element, an annotation on it, or a value in that. */
    private record Place(
            Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {

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
}
