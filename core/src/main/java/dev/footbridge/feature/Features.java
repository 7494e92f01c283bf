package dev.footbridge.feature;

import java.util.AbstractMap;
import java.util.AbstractSet;
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

    private final Map<String, Source<T>> sources;

    /** Sorted at the first list, not at start; two threads that sort at once get the same. */
    private volatile String @Nullable [] sorted;

    private Features(Map<String, Source<T>> sources) {
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
        Source<T> source = sources.get(name);
        return source != null && name instanceof String text ? source.make(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return sources.containsKey(name);
    }

    @Override
    public int size() {
        return sources.size();
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
                return sources.size();
            }
        };
    }

    /** True if both have the same from the same sources; nothing is made to compare it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Features<?> features && sources.equals(features.sources);
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }

    private String[] sorted() {
        String[] names = sorted;
        if (names == null) {
            names = sources.keySet().toArray(new String[0]);
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
            return Map.entry(name, Objects.requireNonNull(sources.get(name)).make(name));
        }
    }

    /** A feature that exists already. */
    private record Single<T>(String name, T feature) implements Source<T> {

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public T make(String name) {
            return feature;
        }
    }

    /** Collects features and refuses two of one name. Not thread-safe. */
    static final class Builder<T> {
        private final String kind;
        private final Map<String, Source<T>> sources = new HashMap<>();

        Builder(String kind) {
            this.kind = kind;
        }

        void add(String name, T feature) {
            put(name, new Single<>(name, feature));
        }

        void add(Source<T> source) {
            source.names().forEach(name -> put(name, source));
        }

        void addAll(Features<T> features) {
            features.sources.forEach(this::put);
        }

        boolean remove(String name) {
            return sources.remove(name) != null;
        }

        Features<T> build() {
            return new Features<>(Map.copyOf(sources));
        }

        private void put(String name, Source<T> source) {
            if (sources.putIfAbsent(name, source) != null) {
                throw new IllegalArgumentException("two features share the " + kind + " name '" + name + "'");
            }
        }
    }
}
