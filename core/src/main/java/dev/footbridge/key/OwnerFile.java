package dev.footbridge.key;

import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A file that only its owner may read and that changes as a whole or not at all. Where the file system knows POSIX
 * permissions, one that others may read or write is refused. Thread-safe; every failure is a {@link KeyStoreException}
 * that names the file and nothing of its content.
 */
public final class OwnerFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);

    /**
     * Static, against the house rule, as what it guards: the system gives locks to processes, not to threads, and takes
     * all of them back when one channel to the file is closed.
     */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path path;

    public OwnerFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** What tells one state of a file from the next without reading it. Every replacement has another. */
    record Stamp(String facts) {
        static final Stamp MISSING = new Stamp("");
    }

    /** The content; empty if there is no such file. */
    public Optional<Bytes> read() {
        try {
            check(attributes());
            return Optional.of(Bytes.of(Files.readAllBytes(path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new KeyStoreException(path + " cannot be read", unreadable);
        }
    }

    Stamp stamp() {
        try {
            BasicFileAttributes found = attributes();
            check(found);
            return new Stamp(found.lastModifiedTime() + " " + found.size() + " " + found.fileKey());
        } catch (NoSuchFileException missing) {
            return Stamp.MISSING;
        } catch (IOException unreadable) {
            throw new KeyStoreException(path + " cannot be read", unreadable);
        }
    }

    /** Puts the content in place of what was there. A crash leaves the old content or the new. */
    public void replace(Bytes content) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path;
            // For its owner only, where that can be said.
            Path fresh =
                    Files.createTempFile(folder(target), target.getFileName().toString(), ".new");
            try {
                write(fresh, content);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failure) {
            throw new KeyStoreException(path + " cannot be written", failure);
        }
    }

    /**
     * Does something while no other process and no other thread does the same with this file. They agree on a file
     * beside it, since the file itself is replaced.
     */
    public <T> T alone(Supplier<T> action) {
        Path beside = path.resolveSibling(path.getFileName() + ".lock");
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            return action.get();
        } catch (IOException failure) {
            throw new KeyStoreException(beside + " cannot be locked", failure);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** It ends with the channel. */
    private static void lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (channel.tryLock() == null) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("another process holds it");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private BasicFileAttributes attributes() throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix == null ? Files.readAttributes(path, BasicFileAttributes.class) : posix.readAttributes();
    }

    private void check(BasicFileAttributes found) {
        if (found instanceof PosixFileAttributes posix && !OWNER_ONLY.containsAll(posix.permissions())) {
            throw new KeyStoreException("others may read or change " + path + ": chmod 600 it first", null);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void write(Path file, Bytes content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content.array(), 0, content.length());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
