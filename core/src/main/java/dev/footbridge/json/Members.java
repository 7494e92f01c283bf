package dev.footbridge.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object, in their order. Immutable. */
final class Members extends AbstractMap<String, Json> {

    static final Members NONE = new MemberTable().toMembers();

    private final MemberTable table;
    private final int size;

    /** @param table never changed from now on */
    Members(MemberTable table) {
        this.table = table;
        this.size = table.size();
    }

    String nameAt(int place) {
        return table.nameAt(place);
    }

    Json valueAt(int place) {
        return table.valueAt(place);
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        int place = name instanceof String text ? table.find(text) : -1;
        return place < 0 ? null : table.valueAt(place);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && table.find(text) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Json>> iterator() {
                return new Walk();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Walk implements Iterator<Map.Entry<String, Json>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, Json> next() {
            if (next == size) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return Map.entry(nameAt(place), valueAt(place));
        }
    }
}
