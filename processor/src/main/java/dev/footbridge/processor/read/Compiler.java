package dev.footbridge.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows, handed to whoever reads elements. */
public record Compiler(Elements elements, Types types) {

    Docs docs(Element element) {
        return Docs.of(elements.getDocComment(element));
    }
}
