package dev.footbridge.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.tools.Diagnostic;

/** Tells the author what is wrong, at the place where it can be mended. One for each annotated class. */
public final class Reports {

    /** What {@code @SuppressWarnings} silences warnings by. */
    private static final String NAME = "footbridge";

    private final Messager messager;
    private final Element home;
    private final boolean knowsEveryLine;
    private final Set<Element> wrong = new HashSet<>();

    /** @param home the annotated class: where mistakes are shown that are made in other files */
    public Reports(Messager messager, Element home) {
        this.messager = messager;
        this.home = home;
        // Eclipse's compiler has no line for records, their components and the constants of enums.
        this.knowsEveryLine = !messager.getClass().getName().startsWith("org.eclipse.");
    }

    public void error(Element where, String message) {
        error(Place.of(where), message);
    }

    /** An error in an annotation as a whole. */
    void error(Mark mark, String message) {
        error(mark.place(), message);
    }

    /** An error in the value of one member of an annotation; in the annotation, if the member was not written. */
    void error(Mark mark, String member, String message) {
        error(mark.place().member(member), message);
    }

    /** As an error, but the class is served nevertheless. */
    public void warning(Element where, String message) {
        warning(Place.of(where), message);
    }

    /** Reports what has to be there in our annotations, and is good to have in those of other frameworks. */
    void missing(Mark mark, Element where, String message) {
        if (!mark.isForeign()) {
            error(where, message);
        } else if (!failedAt(where)) {
            warning(where, message);
        }
    }

    /** Reports what was found while annotations of other frameworks were read. */
    void untranslated(List<Mark> marks, Element where) {
        for (Mark mark : marks) {
            if (mark.name().equals(Names.REFUSED)) {
                wrong.add(where);
                error(mark, mark.text("message"));
            } else if (mark.name().equals(Names.UNREAD)) {
                warning(mark.place(), mark.text("message"));
            }
        }
    }

    /** True if it is in the file of the annotated class. */
    boolean isNear(Element where) {
        // In later rounds, Eclipse's compiler has forgotten which method a parameter is of.
        return where.getEnclosingElement() == null || outermost(where).equals(outermost(home));
    }

    /** True if there was an error: then nothing is to be generated. */
    public boolean failed() {
        return !wrong.isEmpty();
    }

    /** True if an error is shown there already. */
    boolean failedAt(Element where) {
        return wrong.contains(where);
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

    private void error(Place place, String message) {
        wrong.add(place.element());
        show(Diagnostic.Kind.ERROR, place, message);
    }

    private void warning(Place place, String message) {
        if (!isSilent(place.element())) {
            show(Diagnostic.Kind.WARNING, place, message);
        }
    }

    /** What has no line to show, such as an element that was compiled before, is named instead. */
    private void show(Diagnostic.Kind kind, Place place, String message) {
        boolean hasLine = knowsEveryLine || !isOfRecord(place.element());
        String text = isNear(place.element()) && hasLine ? message : place.name() + ": " + message;
        Element where = place.element() instanceof RecordComponentElement component
                ? Components.place(component)
                : place.element();
        if (!hasLine) {
            messager.printMessage(kind, text, home);
        } else if (place.annotation().isEmpty()) {
            messager.printMessage(kind, text, where);
        } else {
            AnnotationMirror annotation = place.annotation().get();
            place.value()
                    .ifPresentOrElse(
                            value -> messager.printMessage(kind, text, where, annotation, value),
                            () -> messager.printMessage(kind, text, where, annotation));
        }
    }

    private static boolean isOfRecord(Element where) {
        Element owner = Owners.of(where);
        return switch (where.getKind()) {
            case RECORD, RECORD_COMPONENT, ENUM_CONSTANT -> true;
            case FIELD, CONSTRUCTOR -> owner.getKind() == ElementKind.RECORD;
            case PARAMETER -> owner != null && owner.getKind() == ElementKind.CONSTRUCTOR && isOfRecord(owner);
            default -> false;
        };
    }

    private static Element outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement() != null
                && outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return outer;
    }
}
