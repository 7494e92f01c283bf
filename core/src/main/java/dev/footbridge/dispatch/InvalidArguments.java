package dev.footbridge.dispatch;

import dev.footbridge.argument.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments that do not fit a tool's input schema. What a client is told about it depends on its revision. */
final class InvalidArguments extends RuntimeException {

    private final String text;

    InvalidArguments(List<Problem> problems) {
        super("arguments do not fit the schema", null, false, false);
        this.text = problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n- ", "The arguments do not fit this tool's input schema:\n- ", ""));
    }

    /** Every problem at once, for the model. */
    String text() {
        return text;
    }
}
