package dev.footbridge.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file that only its owner can read. What is written is with the operating system, not yet on the disk. A
 * line of which only a part was written, as on a full disk, stays as a line of its own, which is no record. A file that
 * was moved away or removed is made anew within a second: that is how it is rotated.
 */
public final class FileAuditSink implements AuditSink, AutoCloseable {

    private static final byte LINE_END = '\n';
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    /** Null where there is a stream alone. */
    private final @Nullable Path path;

    /** Of a file, and not its channel, which an interrupt closes for good: cancelled calls are recorded too. */
    private OutputStream file;

    /** Which file that is, whatever its name is by now; null where the system does not say. */
    private @Nullable Object identity;

    private long looked = System.nanoTime();

    /** True after what may be a part of a line: what comes next would be joined to it. */
    private boolean torn;

    FileAuditSink(OutputStream file) {
        this.path = null;
        this.file = file;
    }

    private FileAuditSink(Path path) throws IOException {
        this.path = path;
        this.file = opened(path);
        this.identity = identity(path);
        this.torn = isTorn(path);
    }

    /** @throws IOException if the file can be neither opened nor made */
    public static FileAuditSink open(Path file) throws IOException {
        return new FileAuditSink(file);
    }

    private static OutputStream opened(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly)
                .close();
        return new FileOutputStream(file.toFile(), true);
    }

    private static @Nullable Object identity(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException moved) {
            return null;
        }
    }

    private static boolean isTorn(Path file) throws IOException {
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
            if (written.length() == 0) {
                return false;
            }
            written.seek(written.length() - 1);
            return written.read() != LINE_END;
        }
    }

    @Override
    public void write(byte[] line) {
        try {
            follow();
            if (torn) {
                file.write(LINE_END);
            }
            torn = true;
            file.write(line);
            torn = false;
        } catch (IOException lost) {
            throw new AuditException("an audit record could not be written: " + lost.getMessage(), lost);
        }
    }

    /** To the file that has the name now. */
    private void follow() throws IOException {
        if (path == null || System.nanoTime() - looked < BETWEEN_LOOKS) {
            return;
        }
        looked = System.nanoTime();
        if (!Objects.equals(identity, identity(path))) {
            OutputStream next = opened(path);
            file.close();
            file = next;
            identity = identity(path);
            torn = isTorn(path);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
