package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Changes files one at a time, each in one step: a reader sees the old contents or the new ones, of a new file maybe
 * none for a moment. Thread-safe. Changes made by other programs at the same moment are noticed if they come before the
 * last check, not after it.
 */
final class Writer {

    private final ServedFolder served;
    private final FolderMaker folders;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Writer(ServedFolder served) {
        this.served = served;
        this.folders = new FolderMaker(served);
    }

    /** A change that runs alone. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    <T> T alone(RelativePath path, Change<T> change) throws IOException {
        oneAtATime.lock();
        try {
            return change.make();
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, path);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The entry as it is now, or empty; a link on the way is refused. Close it. */
    Optional<Spot> existing(RelativePath path) throws IOException {
        if (path.isRoot()) {
            throw new ToolFailure("Name a file, not the served folder itself.");
        }
        if (!served.visibility().serves(path) && !served.visibility().hides(path)) {
            throw Refusal.unservedName(path);
        }
        return served.lookUnlinked(path);
    }

    /** Makes a new file, with the folders it needs. */
    void create(RelativePath path, byte[] content) throws IOException {
        requirePortable(path);
        try (Folder folder = folders.openOrMake(path.parent())) {
            reserve(folder, path);
            try {
                replace(folder, path.name(), content);
            } catch (IOException failure) {
                folder.deleteFile(path.name());
                throw failure;
            }
        }
    }

    /** Puts new contents in the place of a file that exists. */
    void replace(RelativePath path, byte[] content) throws IOException {
        try (Folder folder = folders.openOrMake(path.parent())) {
            if (!folder.attributes(path.name()).isRegularFile()) {
                throw Refusal.changing(path);
            }
            replace(folder, path.name(), content);
        }
    }

    private static void replace(Folder folder, String name, byte[] content) throws IOException {
        String temporary = FolderMaker.temporaryName();
        try {
            try (SeekableByteChannel channel = folder.create(temporary)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            folder.copyPermissions(name, temporary);
            folder.move(temporary, folder, name);
        } catch (IOException failure) {
            dropQuietly(folder, temporary, failure);
            throw failure;
        }
    }

    private static void dropQuietly(Folder folder, String temporary, IOException failure) {
        try {
            folder.deleteFile(temporary);
        } catch (IOException alreadyGone) {
            failure.addSuppressed(alreadyGone);
        }
    }

    /** Renames a file or folder, with the folders the new path needs. */
    void move(Spot from, RelativePath to, boolean overFile) throws IOException {
        requirePortable(to);
        try (Folder target = folders.openOrMake(to.parent())) {
            boolean reserved = !overFile && !from.attributes().isDirectory();
            if (reserved) {
                reserve(target, to);
            }
            try {
                from.folder().move(from.name(), target, to.name());
            } catch (IOException failure) {
                if (reserved) {
                    target.deleteFile(to.name());
                }
                throw failure;
            }
        }
    }

    /** Takes the name with an empty file, which fails if somebody else has it: then nothing is lost. */
    private static void reserve(Folder folder, RelativePath path) throws IOException {
        try {
            folder.create(path.name()).close();
        } catch (FileAlreadyExistsException taken) {
            throw Refusal.exists(path);
        }
    }

    private static void requirePortable(RelativePath path) {
        if (!path.names().stream().allMatch(Visibility::portable)) {
            throw Refusal.unservedName(path);
        }
    }
}
