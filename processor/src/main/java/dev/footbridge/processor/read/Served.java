package dev.footbridge.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A method that clients reach.
 *
 * @param isReadOnly whether it is a tool that says it changes nothing
 */
public record Served(ExecutableElement method, boolean isReadOnly) {

    /** The served methods of a class, in the order in which they are written. */
    public static List<Served> in(TypeElement home) {
        return ElementFilter.methodsIn(home.getEnclosedElements()).stream()
                .filter(Dialects::isServed)
                .map(method -> new Served(method, isReadOnly(method)))
                .toList();
    }

    /** True if it takes a {@code Call}, without which it cannot ask anything. */
    public boolean takesCall() {
        return method.getParameters().stream().anyMatch(Signature::isCall);
    }

    private static boolean isReadOnly(ExecutableElement method) {
        return Mark.on(method, Names.TOOL)
                .filter(tool -> tool.constant("effect").equals("READ_ONLY"))
                .isPresent();
    }
}
