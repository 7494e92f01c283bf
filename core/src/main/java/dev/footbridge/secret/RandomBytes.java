package dev.footbridge.secret;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random bytes that nobody can guess, of the system itself: what {@link SecureRandom} on Linux reads too, without the
 * JDK's providers, which cost 10 ms of CPU at the first use in a process. Where the system has no such file, it is
 * asked. Stateless, so that copies of one process draw different bytes, and thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man4/urandom.4.html">urandom</a>
 */
public final class RandomBytes {

    private static final File SYSTEM = new File("/dev/urandom");

    /** So many bytes has a UUID. */
    private static final int UUID = 16;

    private RandomBytes() {}

    public static byte[] of(int length) {
        return of(SYSTEM, length);
    }

    static byte[] of(File system, int length) {
        // Where there is no such device, as on Windows, whoever can make a file of this name would know the bytes.
        if (system.isFile()) {
            return drawn(length);
        }
        try (InputStream source = new FileInputStream(system)) {
            byte[] bytes = source.readNBytes(length);
            return bytes.length == length ? bytes : drawn(length);
        } catch (IOException elsewhere) {
            return drawn(length);
        }
    }

    /** So many bytes as text that stands in URLs and headers as it is (Base64url without padding, RFC 4648 §5). */
    public static String text(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(length));
    }

    /** A name that nothing else has: a UUID of version 4 (RFC 9562). */
    public static String uuid() {
        byte[] bytes = of(UUID);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String digits = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    static byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
