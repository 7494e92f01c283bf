package dev.footbridge.function;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The environment variables {@code FOOTBRIDGE_…}, which are asked for without that beginning. Immutable.
 *
 * @param environment all variables
 */
public record Variables(Map<String, String> environment) {

    private static final String PREFIX = "FOOTBRIDGE_";

    public Variables {
        environment = Map.copyOf(environment);
    }

    /** Without the blanks around it; empty if it is not set, or to nothing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(PREFIX + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** What is separated by blanks. */
    public List<String> words(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+", -1)))
                .toList();
    }

    /** @throws IllegalArgumentException if it is set to neither of them */
    public boolean chosen(String name, String yes, String no, String otherwise) {
        String word = text(name).orElse(otherwise);
        require(word.equals(yes) || word.equals(no), name + " is " + yes + " or " + no);
        return word.equals(yes);
    }

    /** The choice that is spelt like the word, in lower case and with hyphens. */
    public static <E extends Enum<E>> Optional<E> choice(E[] choices, String word) {
        return Arrays.stream(choices)
                .filter(choice ->
                        choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    /**
     * What is made of a variable.
     *
     * @param name without the beginning
     * @throws IllegalArgumentException as the maker does, with the variable's name before its words
     */
    public static <T> T naming(String name, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(PREFIX + name + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * @param otherwise what is said of the variable with whose name it begins
     * @throws IllegalArgumentException in words for the operator
     */
    public static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(PREFIX + otherwise);
        }
    }
}
