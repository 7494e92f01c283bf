package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Visits what lies in a folder in the order of keys, from any key on. Holds the entries of the folders it is in, never
 * of all. Links are visited, not followed; what cannot be visited is told.
 *
 * @param stop asked before every entry; true ends the walk
 */
record Walk(ServedFolder served, boolean followIgnoreFiles, Order order, BooleanSupplier stop) {

    static final int MAX_DEPTH = 64;

    /** Takes an entry; false ends the walk. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(Found found) throws IOException;

        /** Told of what is neither visited nor hidden nor ignored. */
        default void leftOut(LeftOut.Reason reason) {}
    }

    /**
     * Walks.
     *
     * @param after the key to go on behind, empty for all; nothing needs to have it any more
     * @param deep false for the folder's own entries only
     * @return false if it was ended before the end
     * @throws ToolFailure if there is no such folder, or none that can be read
     */
    boolean through(RelativePath start, String after, boolean deep, Visitor visitor) throws IOException {
        try (Spot spot = served.find(start);
                Folder folder = open(spot, start)) {
            Ignores ignores = ignoresAbove(spot.path()).within(spot.path(), folder);
            Level level = new Level(spot.path(), folder, ignores, 1);
            return enter(level, entries(level, start), new Trip(after, deep, visitor));
        }
    }

    private static Folder open(Spot spot, RelativePath asked) throws IOException {
        try {
            return spot.open();
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, asked);
        }
    }

    private List<Entry> entries(Level level, RelativePath asked) throws IOException {
        try {
            return entries(level);
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, asked);
        }
    }

    /** True for a path that an ignore file names, itself or a folder it lies in. It need not exist any more. */
    boolean leavesOut(RelativePath path, boolean isFolder) throws IOException {
        Ignores ignores = followIgnoreFiles ? Ignores.NONE : Ignores.OFF;
        Folder folder = served.root();
        try {
            RelativePath at = RelativePath.ROOT;
            for (String name : path.names()) {
                ignores = ignores.within(at, folder);
                at = at.child(name);
                boolean last = at.names().size() == path.names().size();
                if (ignores.ignores(at, isFolder || !last)) {
                    return true;
                }
                if (!last) {
                    Folder below = folder.folder(name);
                    folder.close();
                    folder = below;
                }
            }
            return false;
        } catch (FileSystemException gone) {
            return false;
        } finally {
            folder.close();
        }
    }

    /**
     * A folder the walk is in.
     *
     * @param depth 1 for the one it began with
     */
    private record Level(RelativePath path, Folder folder, Ignores ignores, int depth) {}

    /** What is asked of one walk. */
    private record Trip(String after, boolean deep, Visitor visitor) {}

    /** What one folder holds: something to visit, or the reason why not. */
    private record Entry(String key, @Nullable Found found, LeftOut.@Nullable Reason reason) {}

    /** What the ignore files above a folder say; its own one is not among them. */
    Ignores ignoresAbove(RelativePath path) throws IOException {
        if (!followIgnoreFiles) {
            return Ignores.OFF;
        }
        Ignores ignores = Ignores.NONE;
        Folder folder = served.root();
        try {
            RelativePath at = RelativePath.ROOT;
            for (String name : path.names()) {
                ignores = ignores.within(at, folder);
                Folder below = folder.folder(name);
                folder.close();
                folder = below;
                at = at.child(name);
            }
            return ignores;
        } catch (FileSystemException gone) {
            throw Refusal.of(gone, path);
        } finally {
            folder.close();
        }
    }

    private boolean enter(Level level, List<Entry> entries, Trip trip) throws IOException {
        for (Entry entry : entries) {
            if (stop.getAsBoolean()) {
                return false;
            }
            boolean ahead = entry.key().compareTo(trip.after()) > 0;
            if (ahead && entry.reason() != null) {
                trip.visitor().leftOut(entry.reason());
            }
            Found found = entry.found();
            if (found != null && !visit(level, found, ahead, trip)) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(Level level, Found found, boolean ahead, Trip trip) throws IOException {
        if (ahead && !trip.visitor().visit(found)) {
            return false;
        }
        boolean partlyAhead = ahead || trip.after().startsWith(found.key());
        return !(found.isFolder() && trip.deep() && partlyAhead) || enterBelow(level, found, trip);
    }

    private boolean enterBelow(Level level, Found found, Trip trip) throws IOException {
        if (level.depth() >= MAX_DEPTH) {
            trip.visitor().leftOut(LeftOut.Reason.TOO_DEEP);
            return true;
        }
        Optional<Folder> opened =
                readable(trip, () -> level.folder().folder(found.path().name()));
        if (opened.isEmpty()) {
            return true;
        }
        try (Folder folder = opened.get()) {
            Ignores ignores = level.ignores().within(found.path(), folder);
            Level below = new Level(found.path(), folder, ignores, level.depth() + 1);
            Optional<List<Entry>> entries = readable(trip, () -> entries(below));
            return entries.isEmpty() || enter(below, entries.get(), trip);
        }
    }

    /** A step on the disk. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** What the step gives, or empty for a folder that may not be read or is one no more. */
    private static <T> Optional<T> readable(Trip trip, Step<T> step) throws IOException {
        try {
            return Optional.of(step.take());
        } catch (AccessDeniedException forbidden) {
            trip.visitor().leftOut(LeftOut.Reason.FORBIDDEN);
            return Optional.empty();
        } catch (FileSystemException goneOrSwapped) {
            return Optional.empty();
        }
    }

    private List<Entry> entries(Level level) throws IOException {
        String prefix = order.folderKey(level.path());
        List<Entry> entries = new ArrayList<>();
        for (String name : level.folder().names()) {
            if (served.visibility().serves(name)) {
                look(level, prefix, name).ifPresent(entries::add);
            } else if (!served.visibility().hides(name)) {
                entries.add(new Entry(order.childKey(prefix, name, false), null, LeftOut.Reason.UNSERVED_NAME));
            }
        }
        entries.sort(Comparator.comparing(Entry::key));
        return entries;
    }

    private Optional<Entry> look(Level level, String prefix, String name) throws IOException {
        try {
            BasicFileAttributes attributes = level.folder().attributes(name);
            RelativePath path = level.path().child(name);
            if (level.ignores().ignores(path, attributes.isDirectory())) {
                return Optional.empty();
            }
            String key = order.childKey(prefix, name, attributes.isDirectory());
            return Optional.of(
                    attributes.isOther()
                            ? new Entry(key, null, LeftOut.Reason.SPECIAL)
                            : new Entry(key, new Found(path, key, level.folder(), attributes), null));
        } catch (AccessDeniedException forbidden) {
            String key = order.childKey(prefix, name, false);
            return Optional.of(new Entry(key, null, LeftOut.Reason.FORBIDDEN));
        } catch (FileSystemException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
