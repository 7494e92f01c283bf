package dev.footbridge.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the author what is wrong, at the element where it can be mended. One for each annotated class. */
public final class Reports {

    /** What {@code @SuppressWarnings} silences warnings by. */
    private static final String NAME = "footbridge";

    private final Messager messager;
    private final Element home;
    private final Set<Element> wrong = new HashSet<>();

    /** @param home the annotated class: where mistakes are shown that are made in other files */
    public Reports(Messager messager, Element home) {
        this.messager = messager;
        this.home = home;
    }

    public void error(Element where, String message) {
        wrong.add(where);
        show(Diagnostic.Kind.ERROR, where, message);
    }

    /** As an error, but the class is served nevertheless. */
    public void warning(Element where, String message) {
        for (Element scope = where; scope != null; scope = scope.getEnclosingElement()) {
            if (isSilent(scope)) {
                return;
            }
        }
        show(Diagnostic.Kind.WARNING, where, message);
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
                error(where, mark.text("message"));
            } else if (mark.name().equals(Names.UNREAD)) {
                warning(where, mark.text("message"));
            }
        }
    }

    /** True if there was an error: then nothing is to be generated. */
    public boolean failed() {
        return !wrong.isEmpty();
    }

    /** True if an error is shown there already. */
    boolean failedAt(Element where) {
        return wrong.contains(where);
    }

    /** An element that was compiled before has no line to show: the message names it instead. */
    private void show(Diagnostic.Kind kind, Element where, String message) {
        if (outermost(where).equals(outermost(home))) {
            messager.printMessage(kind, message, where);
        } else {
            messager.printMessage(kind, place(where) + ": " + message, where);
        }
    }

    private static String place(Element where) {
        Element owner = where.getEnclosingElement();
        return owner == null || where.getKind().isClass() || where.getKind().isInterface()
                ? where.getSimpleName().toString()
                : owner.getSimpleName() + "." + where.getSimpleName();
    }

    private static @Nullable Element outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement() != null
                && !outer.getEnclosingElement().getKind().equals(javax.lang.model.element.ElementKind.PACKAGE)) {
            outer = outer.getEnclosingElement();
        }
        return outer;
    }

    private static boolean isSilent(Element element) {
        SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
        return silenced != null && List.of(silenced.value()).contains(NAME);
    }
}
