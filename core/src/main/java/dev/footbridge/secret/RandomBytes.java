package dev.footbridge.secret;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Random bytes that nobody can guess, of the system itself: what {@link SecureRandom} on Linux reads too, without the
 * JDK's providers, which cost 10 ms of CPU at the first use in a process. Where the system has no such file, it is
 * asked. Stateless, so that copies of one process draw different bytes, and thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man4/urandom.4.html">urandom</a>
 */
public final class RandomBytes {

    private static final String SYSTEM = "/dev/urandom";

    private RandomBytes() {}

    public static byte[] of(int length) {
        try (InputStream system = new FileInputStream(SYSTEM)) {
            byte[] bytes = system.readNBytes(length);
            return bytes.length == length ? bytes : drawn(length);
        } catch (IOException elsewhere) {
            return drawn(length);
        }
    }

    /** A name that nothing else has: a UUID of version 4 (RFC 9562). */
    public static String uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(of(2 * Long.BYTES));
        long most = (bytes.getLong() & ~0xf000L) | 0x4000L;
        long least = (bytes.getLong() & (-1L >>> 2)) | Long.MIN_VALUE;
        return new UUID(most, least).toString();
    }

    static byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
