package dev.footbridge.local.tls;

import dev.footbridge.security.DeniedCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

/**
 * A deny list in a file, read again whenever the file has changed, so that a certificate ends without a restart.
 * Thread-safe.
 */
public final class DenyFile implements Supplier<DeniedCertificates> {

    private final Path file;
    private volatile Snapshot last;

    private DenyFile(Path file, Snapshot first) {
        this.file = file;
        this.last = first;
    }

    private record Snapshot(String stamp, DeniedCertificates list) {}

    /** @throws TlsException for a file that is missing or has a line that names no certificate */
    public static DenyFile open(Path file) throws TlsException {
        try {
            return new DenyFile(file, read(file));
        } catch (IOException unreadable) {
            throw new TlsException("the deny list " + file + " cannot be read");
        } catch (IllegalArgumentException broken) {
            throw new TlsException("the deny list " + file + ": " + broken.getMessage());
        }
    }

    /** @throws IllegalStateException if the file has become unreadable: then nobody can say who is denied */
    @Override
    public DeniedCertificates get() {
        try {
            Snapshot known = last;
            if (!known.stamp().equals(stamp(file))) {
                known = read(file);
                last = known;
            }
            return known.list();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the deny list " + file + " cannot be read", unreadable);
        }
    }

    /** The stamp is older than the content, never newer: a change between them is seen the next time. */
    private static Snapshot read(Path file) throws IOException {
        String stamp = stamp(file);
        return new Snapshot(stamp, DeniedCertificates.parse(Files.readString(file, StandardCharsets.UTF_8)));
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    }
}
