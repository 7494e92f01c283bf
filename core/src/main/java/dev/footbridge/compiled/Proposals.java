package dev.footbridge.compiled;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes proposals of what completing methods return, and of the names of an enum. */
public final class Proposals {

    private Proposals() {}

    /** The texts that begin with what was typed, in any case of its letters. */
    public static List<String> startingWith(String typed, List<String> all) {
        return all.stream()
                .filter(text -> text.regionMatches(true, 0, typed, 0, typed.length()))
                .toList();
    }

    public static List<String> of(@Nullable Collection<String> texts) {
        return List.copyOf(Out.present(texts, "the list of proposals"));
    }

    /** Reads the stream to its end and closes it. */
    public static List<String> of(@Nullable Stream<String> texts) {
        try (Stream<String> open = Out.present(texts, "the stream of proposals")) {
            return of(open.toList());
        }
    }
}
