package dev.footbridge.feature;

import dev.footbridge.argument.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments that do not fit a tool's input schema. What a client is told about it depends on its revision. */
public final class InvalidArguments extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param problems all of them, at least one */
    public InvalidArguments(List<Problem> problems) {
        super("arguments do not fit the schema", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Every problem at once, for the model. */
    public String text() {
        return problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n- ", "The arguments do not fit this tool's input schema:\n- ", ""));
    }
}
