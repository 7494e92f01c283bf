package dev.footbridge.azure.program;

import dev.footbridge.function.program.TrialFailure;
import java.util.List;
import java.util.Optional;

/**
 * The words behind {@code ./footbridge function}.
 *
 * @param request the file with the request, {@code -} for standard input; empty to print an example
 * @param about what the example asks for: a method or a tool
 */
record TrialOptions(Optional<String> request, String about) {

    private static final String FORMS =
            "'function --request FILE' runs a request, 'function --example [METHOD|TOOL]' prints one";

    /** @throws TrialFailure if they say nothing, or too much */
    static TrialOptions of(List<String> words) throws TrialFailure {
        if (words.isEmpty()) {
            throw TrialFailure.usage("which request? " + FORMS);
        }
        String first = words.get(0);
        if (first.startsWith("--request=") && words.size() == 1) {
            return new TrialOptions(Optional.of(first.substring("--request=".length())), "");
        }
        if (first.equals("--request") && words.size() == 2) {
            return new TrialOptions(Optional.of(words.get(1)), "");
        }
        if (first.equals("--example") && words.size() <= 2) {
            return new TrialOptions(Optional.empty(), words.size() == 2 ? words.get(1) : "tools/list");
        }
        throw TrialFailure.usage("'" + String.join(" ", words) + "' is not understood: " + FORMS);
    }
}
