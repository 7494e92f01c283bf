package dev.footbridge.local.command;

import dev.footbridge.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words after a command, sorted into options and the rest. Immutable. */
record Arguments(Map<String, List<String>> options, List<String> words) {

    /** How often an option may appear, and whether a value follows it. */
    enum Kind {
        FLAG,
        ONE,
        MANY
    }

    /**
     * Reads {@code --name}, {@code --name value}, {@code --name=value} and words; {@code --} ends the options.
     *
     * @throws CommandFailure for an option that is unknown, repeated or lacks its value
     */
    static Arguments parse(List<String> typed, Map<String, Kind> known) throws CommandFailure {
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < typed.size()) {
            String word = typed.get(at++);
            if (word.equals("--")) {
                words.addAll(typed.subList(at, typed.size()));
                break;
            }
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Kind kind = kindOf(name, known, options);
            if (kind == Kind.FLAG) {
                refuseValue(name, equals);
                options.put(name, List.of());
                continue;
            }
            if (equals < 0 && at == typed.size()) {
                throw CommandFailure.usage(name + " needs a value");
            }
            String value = equals < 0 ? typed.get(at++) : word.substring(equals + 1);
            options.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return new Arguments(options, List.copyOf(words));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> one(String option) {
        return all(option).stream().findFirst();
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The folder to serve. An empty name, as an unset variable leaves it, would mean the current folder. */
    Optional<Path> folder() throws CommandFailure {
        Optional<String> folder = one("--files");
        if (folder.isPresent() && folder.get().isBlank()) {
            throw CommandFailure.usage("--files needs the name of a folder, is empty; '--files .' is the current one");
        }
        return folder.map(Path::of);
    }

    /** A number within bounds, or the default if the option was not given. */
    int number(String option, int otherwise, int max) throws CommandFailure {
        String text = one(option).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // the same sentence for both
        }
        throw CommandFailure.usage(option + " must be a number from 0 to " + max + ", is '" + text + "'");
    }

    void refuseWordsBeyond(int most) throws CommandFailure {
        if (words.size() > most) {
            throw CommandFailure.usage("'" + words.get(most) + "' is one word too many");
        }
    }

    private static Kind kindOf(String name, Map<String, Kind> known, Map<String, List<String>> given)
            throws CommandFailure {
        Kind kind = known.get(name);
        if (kind == null) {
            throw CommandFailure.usage("unknown option " + name + Nearest.hint(name, known.keySet()));
        }
        if (kind == Kind.ONE && given.containsKey(name)) {
            throw CommandFailure.usage(name + " may be given only once");
        }
        return kind;
    }

    private static void refuseValue(String name, int equals) throws CommandFailure {
        if (equals >= 0) {
            throw CommandFailure.usage(name + " takes no value");
        }
    }
}
