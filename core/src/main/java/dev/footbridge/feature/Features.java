package dev.footbridge.feature;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of one kind, by name or URI: found by hash, listed in the order of their names, each made when it is
 * asked for. Immutable and thread-safe.
 *
 * @param <T> the kind
 */
public final class Features<T> extends AbstractMap<String, T> {

    private final Map<String, T> singles;
    private final SourceIndex<T> sources;

    /** Sorted at the first list, not at start; two threads that sort at once get the same. */
    private volatile String @Nullable [] sorted;

    private Features(Map<String, T> singles, SourceIndex<T> sources) {
        this.singles = singles;
        this.sources = sources;
    }

    /** The features whose names come after the given one, in their order. */
    public Iterable<Map.Entry<String, T>> after(String name) {
        int place = Arrays.binarySearch(sorted(), name);
        int first = place < 0 ? -place - 1 : place + 1;
        return () -> new Walk(first);
    }

    @Override
    public @Nullable T get(@Nullable Object name) {
        T single = singles.get(name);
        return single != null || !(name instanceof String text) ? single : sources.make(text);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return singles.containsKey(name) || (name instanceof String text && sources.has(text));
    }

    @Override
    public int size() {
        return singles.size() + sources.size();
    }

    @Override
    public Set<Map.Entry<String, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, T>> iterator() {
                return new Walk(0);
            }

            @Override
            public int size() {
                return Features.this.size();
            }
        };
    }

    /** True if both have the same features, and others from the same sources; nothing is made to compare it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Features<?> features
                && singles.equals(features.singles)
                && sources.equals(features.sources);
    }

    @Override
    public int hashCode() {
        return Objects.hash(singles, sources);
    }

    private String[] sorted() {
        String[] names = sorted;
        if (names == null) {
            List<String> all = new ArrayList<>(singles.keySet());
            for (Source<T> source : sources.sources()) {
                all.addAll(source.names());
            }
            names = all.toArray(new String[0]);
            Arrays.sort(names);
            sorted = names;
        }
        return names;
    }

    private final class Walk implements Iterator<Map.Entry<String, T>> {
        private final String[] names = sorted();
        private int next;

        Walk(int first) {
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, T> next() {
            String name = names[next++];
            return Map.entry(name, Objects.requireNonNull(get(name)));
        }
    }

    /** A source with one feature less. */
    private record Without<T>(Source<T> source, String dropped) implements Source<T> {

        @Override
        public List<String> names() {
            return source.names().stream().filter(name -> !name.equals(dropped)).toList();
        }

        @Override
        public @Nullable T make(String name) {
            return name.equals(dropped) ? null : source.make(name);
        }
    }

    /** Collects features and refuses two of one name. Not thread-safe. */
    static final class Builder<T> {
        private final String kind;
        private final Map<String, T> singles = new HashMap<>();
        private final List<Source<T>> sources = new ArrayList<>();

        Builder(String kind) {
            this.kind = kind;
        }

        void add(String name, T feature) {
            if (singles.putIfAbsent(name, feature) != null) {
                throw SourceIndex.twins(kind, name);
            }
        }

        /** Names are compared when all are there. */
        void add(Source<T> source) {
            sources.add(source);
        }

        void addAll(Features<T> features) {
            features.singles.forEach(this::add);
            sources.addAll(features.sources.sources());
        }

        boolean remove(String name) {
            if (singles.remove(name) != null) {
                return true;
            }
            for (int i = 0; i < sources.size(); i++) {
                if (sources.get(i).names().contains(name)) {
                    sources.set(i, new Without<>(sources.get(i), name));
                    return true;
                }
            }
            return false;
        }

        /** @throws IllegalArgumentException if two features have the same name */
        Features<T> build() {
            SourceIndex<T> index = SourceIndex.of(kind, sources);
            if (!sources.isEmpty()) {
                for (String name : singles.keySet()) {
                    if (index.has(name)) {
                        throw SourceIndex.twins(kind, name);
                    }
                }
            }
            return new Features<>(Map.copyOf(singles), index);
        }
    }
}
