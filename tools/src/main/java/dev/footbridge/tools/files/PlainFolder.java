package dev.footbridge.tools.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A directory held by its path, for systems without {@link java.nio.file.SecureDirectoryStream}, such as Windows. It
 * looks again after opening whether the path is still the real one, which makes a swap unlikely to succeed, not
 * impossible.
 */
final class PlainFolder implements Folder {

    /** The reason given if the path is not the same directory any more. */
    static final String REPLACED = "the directory was replaced";

    private final Path path;

    /** @param path real, without links */
    PlainFolder(Path path) {
        this.path = path;
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            requireSamePlace();
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return names;
    }

    @Override
    public BasicFileAttributes attributes(String name) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        requireSamePlace();
        return attributes;
    }

    @Override
    public Folder folder(String name) throws IOException {
        if (!attributes(name).isDirectory()) {
            throw new NotDirectoryException(name);
        }
        PlainFolder below = new PlainFolder(path.resolve(name));
        below.requireSamePlace();
        return below;
    }

    @Override
    public SeekableByteChannel read(String name) throws IOException {
        return stillHere(Files.newByteChannel(path.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public SeekableByteChannel create(String name) throws IOException {
        requireSamePlace();
        return stillHere(Files.newByteChannel(
                path.resolve(name),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        requireSamePlace();
        Files.delete(path.resolve(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        requireSamePlace();
        Files.delete(path.resolve(name));
    }

    @Override
    public void move(String name, Folder target, String newName) throws IOException {
        if (!(target instanceof PlainFolder other)) {
            throw new ProviderMismatchException("folders of different kinds");
        }
        requireSamePlace();
        other.requireSamePlace();
        Files.move(path.resolve(name), other.path.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Nothing to copy: such systems inherit permissions from the directory. */
    @Override
    public void copyPermissions(String source, String target) {}

    private SeekableByteChannel stillHere(SeekableByteChannel channel) throws IOException {
        try {
            requireSamePlace();
        } catch (IOException moved) {
            channel.close();
            throw moved;
        }
        return channel;
    }

    private void requireSamePlace() throws IOException {
        if (!path.toRealPath().equals(path)) {
            throw new FileSystemException(path.toString(), null, REPLACED);
        }
    }

    @Override
    public void close() {}
}
