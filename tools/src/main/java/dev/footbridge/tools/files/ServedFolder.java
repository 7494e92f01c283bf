package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder that is served, and the only way into it. Thread-safe.
 *
 * <p>A path is walked name by name from the served folder down, each directory opened relative to the one before and
 * without following links. A link on the way is resolved once; if it stays inside, the walk starts again on the real
 * path, where no link is accepted any more. So whatever is swapped meanwhile, the walk cannot leave the folder. Hard
 * links are files like any other.
 *
 * @param real the folder's own path without links; the directories above it are trusted
 */
record ServedFolder(Path real, Visibility visibility) {

    /** @throws IllegalArgumentException if there is no such folder; the message is for the operator */
    static ServedFolder open(Path folder, Visibility visibility) throws IOException {
        if (!Files.exists(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is not a folder");
        }
        if (!Files.isReadable(folder)) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be read");
        }
        return new ServedFolder(folder.toRealPath(), visibility);
    }

    /** @throws ToolFailure if it is there no more */
    Folder root() throws IOException {
        DirectoryStream<Path> stream;
        try {
            stream = real.getFileSystem().provider().newDirectoryStream(real, entry -> true);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            throw Refusal.gone();
        }
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureFolder(secure);
        }
        stream.close();
        return new PlainFolder(real);
    }

    /**
     * Finds an entry, through links that stay inside.
     *
     * @throws ToolFailure if there is none, or none that is served
     */
    Spot find(RelativePath path) throws IOException {
        requireServed(path);
        try {
            return descend(path);
        } catch (LinkMet link) {
            return findBehindLinks(path);
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, path);
        }
    }

    /** Where an entry really is, links that stay inside resolved. */
    RelativePath locate(RelativePath path) throws IOException {
        try (Spot spot = find(path)) {
            return spot.path();
        }
    }

    private Spot findBehindLinks(RelativePath path) throws IOException {
        RelativePath target = resolve(path);
        try {
            return descend(target);
        } catch (LinkMet | NoSuchFileException changed) {
            throw Refusal.changing(path);
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, path);
        }
    }

    /**
     * Finds an entry that no link leads to.
     *
     * @throws ToolFailure if there is none, or none that is served
     */
    Spot findUnlinked(RelativePath path) throws IOException {
        requireServed(path);
        try {
            return descend(path);
        } catch (LinkMet link) {
            throw Refusal.writeThroughLink(path);
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, path);
        }
    }

    /** As {@link #findUnlinked}, but empty if there is none. */
    Optional<Spot> lookUnlinked(RelativePath path) throws IOException {
        requireServed(path);
        try {
            return Optional.of(descend(path));
        } catch (LinkMet link) {
            throw Refusal.writeThroughLink(path);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return Optional.empty();
        }
    }

    /** Where a link leads; empty if that is nowhere or nothing that is served. */
    Optional<RelativePath> linkTarget(RelativePath link) throws IOException {
        try {
            return Optional.of(resolve(link));
        } catch (ToolFailure nowhereOrOut) {
            return Optional.empty();
        }
    }

    private void requireServed(RelativePath path) {
        if (visibility.hides(path)) {
            throw visibility.showHidden() ? Refusal.ownName() : Refusal.hidden();
        }
        if (!visibility.serves(path) || !canExist(path)) {
            throw Refusal.missing(path);
        }
    }

    private static boolean canExist(RelativePath path) {
        try {
            return path.names().stream().map(Path::of).allMatch(name -> name.getNameCount() == 1);
        } catch (InvalidPathException notOnThisSystem) {
            return false;
        }
    }

    /** Where the path leads, links resolved. The answer is the same for a broken link and one that leads out. */
    private RelativePath resolve(RelativePath path) throws IOException {
        Path target;
        try {
            target = real.resolve(path.joined()).toRealPath();
        } catch (FileSystemException broken) {
            throw Refusal.link(path);
        }
        if (!target.startsWith(real)) {
            throw Refusal.link(path);
        }
        List<String> names = new ArrayList<>();
        for (Path name : real.relativize(target)) {
            if (!name.toString().isEmpty()) {
                names.add(name.toString());
            }
        }
        RelativePath inside = new RelativePath(names);
        if (!visibility.serves(inside)) {
            throw Refusal.link(path);
        }
        return inside;
    }

    private Spot descend(RelativePath path) throws IOException {
        Folder folder = root();
        try {
            if (path.isRoot()) {
                return new Spot(path, folder, ".", folder.attributes("."));
            }
            for (String name : path.parent().names()) {
                requireFolder(folder.attributes(name));
                Folder below = folder.folder(name);
                folder.close();
                folder = below;
            }
            BasicFileAttributes attributes = folder.attributes(path.name());
            requireNoLink(attributes);
            return new Spot(path, folder, path.name(), attributes);
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Looked at before it is opened, because opening a pipe would block. */
    private static void requireFolder(BasicFileAttributes attributes) throws FileSystemException {
        requireNoLink(attributes);
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException("");
        }
    }

    private static void requireNoLink(BasicFileAttributes attributes) throws LinkMet {
        if (attributes.isSymbolicLink()) {
            throw new LinkMet();
        }
    }

    /** A symbolic link stands in the way. */
    private static final class LinkMet extends FileSystemException {
        LinkMet() {
            super("");
        }
    }
}
