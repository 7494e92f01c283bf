package dev.footbridge.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of an object. Nearly every object is so small that looking through the hashes of its names is
 * faster than a map of them; a larger one gets an index, or a long one with many members would take a client's bytes
 * squared. Not thread-safe while it changes.
 */
final class MemberTable {

    private static final int FIRST = 8;
    private static final int MOST_WITHOUT_INDEX = 16;

    private String[] names;

    /**
     * Of the names, side by side: the names themselves are all over the memory, and one of another hash is not looked
     * at.
     */
    private int[] hashes;

    private Json[] values;
    private int size;
    private @Nullable Map<String, Integer> index;

    MemberTable() {
        this(FIRST);
    }

    /** @param room for so many members before it grows */
    MemberTable(int room) {
        this.names = new String[room];
        this.hashes = new int[room];
        this.values = new Json[room];
    }

    private MemberTable(MemberTable from) {
        this.names = from.names.clone();
        this.hashes = from.hashes.clone();
        this.values = from.values.clone();
        this.size = from.size;
        this.index = from.index == null ? null : new HashMap<>(from.index);
    }

    MemberTable copy() {
        return new MemberTable(this);
    }

    Members toMembers() {
        return new Members(this);
    }

    int size() {
        return size;
    }

    String nameAt(int place) {
        return names[place];
    }

    Json valueAt(int place) {
        return values[place];
    }

    /** The place of a member, negative if there is none. */
    int find(String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Sets a member, at its old place if it was there; false if it was. */
    boolean put(String name, Json value) {
        int place = find(name);
        if (place >= 0) {
            values[place] = value;
            return false;
        }
        append(name, value);
        return true;
    }

    void remove(String name) {
        int place = find(name);
        if (place >= 0) {
            size--;
            System.arraycopy(names, place + 1, names, place, size - place);
            System.arraycopy(hashes, place + 1, hashes, place, size - place);
            System.arraycopy(values, place + 1, values, place, size - place);
            index = null;
            indexIfLarge();
        }
    }

    private void append(String name, Json value) {
        if (size == names.length) {
            int room = Math.max(FIRST, size * 2);
            names = Arrays.copyOf(names, room);
            hashes = Arrays.copyOf(hashes, room);
            values = Arrays.copyOf(values, room);
        }
        names[size] = name;
        hashes[size] = name.hashCode();
        values[size] = value;
        size++;
        if (index != null) {
            index.put(name, size - 1);
        } else {
            indexIfLarge();
        }
    }

    private void indexIfLarge() {
        if (size > MOST_WITHOUT_INDEX) {
            Map<String, Integer> places = new HashMap<>(size * 2);
            for (int i = 0; i < size; i++) {
                places.put(names[i], i);
            }
            index = places;
        }
    }
}
