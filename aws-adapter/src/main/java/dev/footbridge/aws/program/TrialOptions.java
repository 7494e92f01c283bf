package dev.footbridge.aws.program;

import dev.footbridge.function.program.TrialFailure;
import java.util.List;
import java.util.Optional;

/**
 * The words behind {@code ./footbridge lambda}.
 *
 * @param event the file with the event, {@code -} for standard input
 * @param example the door whose event is printed instead
 * @param about what the example asks for: a method or a tool
 * @param stream whether the answer is sent while the tool runs
 */
record TrialOptions(Optional<String> event, Optional<String> example, Optional<String> about, boolean stream) {

    private static final String FORMS = "'lambda --event FILE' runs an event, 'lambda --example DOOR' prints one";

    /** @throws TrialFailure if they say nothing, or too much */
    static TrialOptions of(List<String> words) throws TrialFailure {
        Optional<String> event = Optional.empty();
        Optional<String> example = Optional.empty();
        Optional<String> about = Optional.empty();
        boolean stream = false;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.equals("--stream") && equals < 0) {
                stream = true;
            } else if (name.equals("--event") || name.equals("--example")) {
                String value = equals < 0 ? next(words, ++at, name) : word.substring(equals + 1);
                if (event.isPresent() || example.isPresent()) {
                    throw TrialFailure.usage("one event or one example at a time: " + FORMS);
                }
                event = name.equals("--event") ? Optional.of(value) : event;
                example = name.equals("--example") ? Optional.of(value) : example;
            } else if (word.startsWith("--")) {
                throw TrialFailure.usage("unknown option " + name + "; there are --event, --example and --stream");
            } else if (about.isEmpty() && example.isPresent()) {
                about = Optional.of(word);
            } else {
                throw TrialFailure.usage("'" + word + "' is one word too many");
            }
        }
        if (event.isEmpty() && example.isEmpty()) {
            throw TrialFailure.usage("which event? " + FORMS);
        }
        return new TrialOptions(event, example, about, stream);
    }

    private static String next(List<String> words, int at, String name) throws TrialFailure {
        if (at >= words.size()) {
            throw TrialFailure.usage(name + " needs a value");
        }
        return words.get(at);
    }
}
