package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A method of an annotated class that clients reach.
 *
 * @param isReadOnly whether it is a tool that says it changes nothing
 */
public record Served(ExecutableElement method, boolean isReadOnly) {

    private static final List<String> MARKS = List.of(Names.TOOL, Names.PROMPT, Names.RESOURCE, Names.COMPLETE);

    public static List<Served> in(TypeElement home) {
        List<Served> served = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(home.getEnclosedElements())) {
            List<Mark> marks = Mark.all(method);
            if (marks.stream().map(Mark::name).anyMatch(MARKS::contains)) {
                boolean isReadOnly =
                        marks.stream().anyMatch(mark -> mark.constant("effect").equals("READ_ONLY"));
                served.add(new Served(method, isReadOnly));
            }
        }
        return served;
    }

    /** True if it takes a {@code Call}, without which it cannot ask anything. */
    public boolean takesCall() {
        return method.getParameters().stream().anyMatch(Signature::isCall);
    }
}
