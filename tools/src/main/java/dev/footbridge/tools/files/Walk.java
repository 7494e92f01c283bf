package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Visits what lies in a folder in the order of keys, from any key on. Holds the entries of the folders it is in, never
 * of all. Links are visited, not followed; unreadable folders are left out.
 *
 * @param stop asked before every entry; true ends the walk
 */
record Walk(ServedFolder served, boolean followIgnoreFiles, BooleanSupplier stop) {

    static final int MAX_DEPTH = 64;

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::key);

    /** Takes an entry; false ends the walk. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(Found found) throws IOException;
    }

    /**
     * Walks.
     *
     * @param after the key to go on behind, empty for all; nothing needs to have it any more
     * @param depth 1 for the folder's own entries only
     * @return false if it was ended before the end
     * @throws ToolFailure if there is no such folder
     */
    boolean through(RelativePath start, String after, int depth, Visitor visitor) throws IOException {
        try (Spot spot = served.find(start);
                Folder folder = spot.open()) {
            Ignores ignores = ignoresAbove(spot.path()).within(spot.path(), folder);
            return enter(new Level(spot.path(), folder, ignores, Math.min(depth, MAX_DEPTH)), after, visitor);
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

    /** A folder the walk is in. */
    private record Level(RelativePath path, Folder folder, Ignores ignores, int depth) {}

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

    private boolean enter(Level level, String after, Visitor visitor) throws IOException {
        for (Found found : entries(level)) {
            if (stop.getAsBoolean()) {
                return false;
            }
            boolean ahead = found.key().compareTo(after) > 0;
            if (ahead && !visitor.visit(found)) {
                return false;
            }
            boolean partlyAhead = ahead || after.startsWith(found.key());
            if (found.isFolder() && level.depth() > 1 && partlyAhead && !enterBelow(level, found, after, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean enterBelow(Level level, Found found, String after, Visitor visitor) throws IOException {
        Folder opened;
        try {
            opened = level.folder().folder(found.path().name());
        } catch (FileSystemException goneOrForbidden) {
            return true;
        }
        try (Folder folder = opened) {
            Ignores ignores = level.ignores().within(found.path(), folder);
            return enter(new Level(found.path(), folder, ignores, level.depth() - 1), after, visitor);
        }
    }

    private List<Found> entries(Level level) throws IOException {
        String prefix = level.path().isRoot() ? "" : level.path().key() + "/";
        List<Found> entries = new ArrayList<>();
        for (String name : level.folder().names()) {
            if (served.visibility().serves(name)) {
                look(level, prefix, name).ifPresent(entries::add);
            }
        }
        entries.sort(ORDER);
        return entries;
    }

    private static Optional<Found> look(Level level, String prefix, String name) throws IOException {
        try {
            BasicFileAttributes attributes = level.folder().attributes(name);
            RelativePath path = level.path().child(name);
            if (attributes.isOther() || level.ignores().ignores(path, attributes.isDirectory())) {
                return Optional.empty();
            }
            String key = prefix + RelativePath.encoded(name) + (attributes.isDirectory() ? "/" : "");
            return Optional.of(new Found(path, key, level.folder(), attributes));
        } catch (FileSystemException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
