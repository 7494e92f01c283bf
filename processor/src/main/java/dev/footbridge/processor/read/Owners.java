package dev.footbridge.processor.read;

import java.util.Objects;
import javax.lang.model.element.Element;

/** What an element stands in. Only packages and modules stand in nothing, and nobody asks for theirs. */
public final class Owners {

    private Owners() {}

    public static Element of(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), element::toString);
    }
}
