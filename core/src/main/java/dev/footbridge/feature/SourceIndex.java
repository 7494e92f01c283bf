package dev.footbridge.feature;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source of a name by the hash of the name, without having seen any name: an open hash table of numbers,
 * which costs a start next to nothing. Immutable and thread-safe.
 */
final class SourceIndex<T> {

    /** Spreads hashes over the table: names that count up have hashes that count up. */
    private static final int SPREAD = 0x9E3779B9;

    private final List<Source<T>> sources;
    private final int size;
    private final int shift;
    private final int[] hashes;

    /** The number of a source and 1, for each hash; 0 in places that are free, of which there are some. */
    private final int[] owners;

    private SourceIndex(List<Source<T>> sources, int size) {
        int bits = 33 - Integer.numberOfLeadingZeros(size | 1);
        this.sources = sources;
        this.size = size;
        this.shift = 32 - bits;
        this.hashes = new int[1 << bits];
        this.owners = new int[1 << bits];
    }

    /** @throws IllegalArgumentException if two sources have the same name; it speaks of the kind */
    static <T> SourceIndex<T> of(String kind, List<Source<T>> sources) {
        int[][] each = new int[sources.size()][];
        int size = 0;
        for (int i = 0; i < each.length; i++) {
            each[i] = sources.get(i).hashes();
            size += each[i].length;
        }
        SourceIndex<T> index = new SourceIndex<>(List.copyOf(sources), size);
        for (int i = 0; i < each.length; i++) {
            for (int hash : each[i]) {
                index.put(hash, i + 1, kind);
            }
        }
        return index;
    }

    /**
     * The refusal of two features that share a name. Mostly it ends the {@code main} that put them together, for which
     * Java prints the stack trace: it would only say where they met, so there is none.
     */
    static IllegalArgumentException twins(String kind, String name) {
        IllegalArgumentException twins =
                new IllegalArgumentException("two features share the " + kind + " name '" + name + "'");
        twins.setStackTrace(new StackTraceElement[0]);
        return twins;
    }

    List<Source<T>> sources() {
        return sources;
    }

    int size() {
        return size;
    }

    @Nullable
    T make(String name) {
        int hash = name.hashCode();
        for (int place = place(hash); owners[place] != 0; place = after(place)) {
            T made = hashes[place] == hash ? sources.get(owners[place] - 1).make(name) : null;
            if (made != null) {
                return made;
            }
        }
        return null;
    }

    boolean has(String name) {
        int hash = name.hashCode();
        for (int place = place(hash); owners[place] != 0; place = after(place)) {
            if (hashes[place] == hash && sources.get(owners[place] - 1).names().contains(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceIndex<?> index && new HashSet<>(sources).equals(new HashSet<>(index.sources));
    }

    @Override
    public int hashCode() {
        return new HashSet<>(sources).hashCode();
    }

    private void put(int hash, int owner, String kind) {
        int place = place(hash);
        while (owners[place] != 0) {
            if (hashes[place] == hash && owners[place] != owner) {
                refuseTwins(sources.get(owners[place] - 1), sources.get(owner - 1), kind);
            }
            place = after(place);
        }
        hashes[place] = hash;
        owners[place] = owner;
    }

    /** Different names may have the same hash, so the names have to be read. */
    private static <T> void refuseTwins(Source<T> one, Source<T> other, String kind) {
        List<String> names = other.names();
        for (String name : one.names()) {
            if (names.contains(name)) {
                throw twins(kind, name);
            }
        }
    }

    private int place(int hash) {
        return (hash * SPREAD) >>> shift;
    }

    private int after(int place) {
        return (place + 1) & (hashes.length - 1);
    }
}
