package dev.footbridge.audit;

import java.io.IOException;
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
 * Appends to a file that only its owner can read. What is written is with the operating system, not yet on the disk.
 */
public final class FileAuditSink implements AuditSink, AutoCloseable {

    private final FileChannel channel;

    private FileAuditSink(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the file can be neither opened nor made */
    public static FileAuditSink open(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return new FileAuditSink(
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly));
    }

    @Override
    public void write(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException lost) {
            throw new AuditException("an audit record could not be written", lost);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
