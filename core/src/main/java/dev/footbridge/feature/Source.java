package dev.footbridge.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features of one kind that are made when they are asked for, such as the tools of a compiled class: a server with a
 * thousand of them starts as fast as a server with one. Thread-safe.
 *
 * @param <T> the kind
 */
public interface Source<T> {

    /** The names it has, each once. Asked for by the first list. */
    List<String> names();

    /**
     * {@link String#hashCode} of each name, in any order: all that a server wants to know at start. Whoever can say it
     * without its names should.
     */
    default int[] hashes() {
        List<String> names = names();
        int[] hashes = new int[names.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = names.get(i).hashCode();
        }
        return hashes;
    }

    /** The feature of that name, null if it has none; whoever asks twice may get two that do the same. */
    @Nullable
    T make(String name);
}
