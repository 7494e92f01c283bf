package dev.footbridge.function.packed;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The classes of one jar, mapped into memory: its directory is read once, and a class when it is asked for. Manifests,
 * signatures and classes for other releases of Java are not looked at. Thread-safe.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">The format, 4.3</a>
 */
final class ClassJar {

    private static final int END_MARK = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    /** In the place of a number of entries that is elsewhere: in a jar of more, or of more than 4 GB (Zip64). */
    private static final int ELSEWHERE = 0xffff;

    private static final int ENTRY_MARK = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer jar;
    private final ProtectionDomain domain;

    private ClassJar(ByteBuffer jar, ProtectionDomain domain) {
        this.jar = jar;
        this.domain = domain;
    }

    /**
     * Adds every class of the jar that the index does not have yet, under its path.
     *
     * @throws ZipException if the file is no jar, or of a kind that is not read here
     */
    static void index(File file, ProtectionDomain domain, Map<String, ClassFile> index) throws IOException {
        try (FileChannel channel = FileChannel.open(file.toPath(), StandardOpenOption.READ)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new ClassJar(mapped.order(ByteOrder.LITTLE_ENDIAN), domain).index(index);
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new ZipException("it is broken, or too large");
        }
    }

    private void index(Map<String, ClassFile> index) throws ZipException {
        int end = end();
        int entries = Short.toUnsignedInt(jar.getShort(end + 10));
        int at = jar.getInt(end + 16);
        if (entries == ELSEWHERE || at < 0 || at > end) {
            throw new ZipException("it is of a kind that is not read here, or broken");
        }
        byte[] directory = new byte[end - at];
        jar.get(at, directory);
        for (int entry = 0, from = at; entry < entries; entry++) {
            if (jar.getInt(from) != ENTRY_MARK) {
                throw new ZipException("its directory cannot be read");
            }
            int name = Short.toUnsignedInt(jar.getShort(from + 28));
            String path = new String(directory, from - at + ENTRY_LENGTH, name, StandardCharsets.UTF_8);
            if (path.endsWith(".class")) {
                index.putIfAbsent(path, new Entry(this, from));
            }
            int extra = Short.toUnsignedInt(jar.getShort(from + 30));
            int comment = Short.toUnsignedInt(jar.getShort(from + 32));
            from += ENTRY_LENGTH + name + extra + comment;
        }
    }

    /** Where the end of the directory begins; a comment may follow it, and may hold anything. */
    private int end() throws ZipException {
        int last = jar.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (jar.getInt(at) == END_MARK && Short.toUnsignedInt(jar.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        throw new ZipException("it has no directory");
    }

    private byte[] read(int entry) throws IOException {
        int packed = jar.getInt(entry + 20);
        int size = jar.getInt(entry + 24);
        int local = jar.getInt(entry + 42);
        int from = local
                + LOCAL_LENGTH
                + Short.toUnsignedInt(jar.getShort(local + 26))
                + Short.toUnsignedInt(jar.getShort(local + 28));
        return switch (jar.getShort(entry + 10)) {
            case STORED -> bytes(from, size);
            case DEFLATED -> inflated(bytes(from, packed), size);
            default -> throw new ZipException("a class is packed in a way that is not read here");
        };
    }

    private byte[] bytes(int from, int length) {
        byte[] bytes = new byte[length];
        jar.get(from, bytes);
        return bytes;
    }

    private static byte[] inflated(byte[] packed, int size) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] bytes = new byte[size];
            inflater.setInput(packed);
            if (inflater.inflate(bytes) != size) {
                throw new ZipException("a class in a jar is cut off");
            }
            return bytes;
        } catch (DataFormatException broken) {
            throw new ZipException("a class in a jar cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private record Entry(ClassJar jar, int at) implements ClassFile {

        @Override
        public byte[] read() throws IOException {
            try {
                return jar.read(at);
            } catch (IndexOutOfBoundsException broken) {
                throw new ZipException("a class in a jar lies beyond its end");
            }
        }

        @Override
        public ProtectionDomain domain() {
            return jar.domain;
        }
    }
}
