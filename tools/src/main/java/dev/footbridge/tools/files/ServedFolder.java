package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
import java.util.UUID;

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

    Folder root() throws IOException {
        DirectoryStream<Path> stream = real.getFileSystem().provider().newDirectoryStream(real, entry -> true);
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
            throw explain(failure, path);
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
            throw explain(failure, path);
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
            throw explain(failure, path);
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

    /** Opens a folder that no link leads to, and makes what is missing of it. */
    Folder openOrMake(RelativePath path) throws IOException {
        Folder folder = root();
        try {
            for (String name : path.names()) {
                Folder below = openOrMake(folder, name, path);
                folder.close();
                folder = below;
            }
            return folder;
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private Folder openOrMake(Folder parent, String name, RelativePath path) throws IOException {
        try {
            BasicFileAttributes attributes = parent.attributes(name);
            if (attributes.isSymbolicLink()) {
                throw Refusal.writeThroughLink(path);
            }
            if (!attributes.isDirectory()) {
                throw new ToolFailure(Shown.name(name) + " in the path is a file, not a folder.");
            }
        } catch (NoSuchFileException missing) {
            make(parent, name);
        }
        return parent.folder(name);
    }

    /** There is no way to make a directory inside an open one, but there is one to move it there. */
    private void make(Folder parent, String name) throws IOException {
        String temporary = temporaryName();
        Path made = Files.createDirectory(real.resolve(temporary));
        try (Folder root = root()) {
            root.move(temporary, parent, name);
        } catch (IOException failure) {
            Files.deleteIfExists(made);
            throw failure;
        }
    }

    static String temporaryName() {
        return Visibility.TEMPORARY + UUID.randomUUID();
    }

    private void requireServed(RelativePath path) {
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
            target = real.resolve(String.join("/", path.names())).toRealPath();
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

    static ToolFailure explain(FileSystemException failure, RelativePath path) throws FileSystemException {
        if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
            return Refusal.missing(path);
        }
        if (failure instanceof AccessDeniedException) {
            return Refusal.forbidden(path);
        }
        String reason = String.valueOf(failure.getReason());
        if (reason.startsWith("Too many levels of symbolic links")) {
            return Refusal.changing(path);
        }
        if (reason.startsWith("Not a directory") || reason.startsWith("File name too long")) {
            return Refusal.missing(path);
        }
        throw failure;
    }

    /** A symbolic link stands in the way. */
    private static final class LinkMet extends FileSystemException {
        LinkMet() {
            super("");
        }
    }
}
