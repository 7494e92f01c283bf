package dev.footbridge.processor.read;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;

/** How one annotation of another framework is said in ours. */
@FunctionalInterface
interface Dialect {

    /**
     * The marks of ours that say what the annotation says at that place; none if it says nothing to us.
     *
     * @param mark as the author wrote it
     */
    List<Mark> translate(Mark mark, Element place);

    /** The dialect of an annotation that says only what we do anyway. */
    static Dialect silent() {
        return (mark, place) -> List.of();
    }

    /** The dialect of an annotation that must not be overlooked. */
    static Dialect refused(String reason) {
        return (mark, place) -> List.of(refusal(mark, reason));
    }

    /** What makes the annotation a mistake. */
    static Mark refusal(Mark mark, String reason) {
        return mark.as(Names.REFUSED, Map.of("message", mark.shown() + ": " + reason));
    }

    /** The dialect of an annotation that is left out, and can be. */
    static Dialect unread() {
        return (mark, place) -> unread(mark, mark.shown() + " is not read here and does nothing");
    }

    /** What makes the annotation, or a part of it, a warning. */
    static List<Mark> unread(Mark mark, String message) {
        return List.of(mark.as(Names.UNREAD, Map.of("message", message)));
    }
}
