package dev.footbridge.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Appends to a file that only its owner can read. What is written is with the operating system, not yet on the disk. A
 * line of which only a part was written, as on a full disk, stays as a line of its own, which is no record.
 */
public final class FileAuditSink implements AuditSink, AutoCloseable {

    private static final byte LINE_END = '\n';

    /** Of a file, and not its channel, which an interrupt closes for good: cancelled calls are recorded too. */
    private final OutputStream file;

    /** True after what may be a part of a line: what comes next would be joined to it. */
    private boolean torn;

    FileAuditSink(OutputStream file) {
        this.file = file;
    }

    /** @throws IOException if the file can be neither opened nor made */
    public static FileAuditSink open(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly)
                .close();
        return new FileAuditSink(new FileOutputStream(file.toFile(), true));
    }

    @Override
    public void write(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(text.length + 2);
        if (torn) {
            bytes.put(LINE_END);
        }
        bytes.put(text).put(LINE_END);
        try {
            file.write(bytes.array(), 0, bytes.position());
            torn = false;
        } catch (IOException lost) {
            torn = true;
            throw new AuditException("an audit record could not be written", lost);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
