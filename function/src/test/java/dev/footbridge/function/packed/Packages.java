package dev.footbridge.function.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars and folders of classes that the tests have too. */
final class Packages {

    private Packages() {}

    static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream from = Packages.class.getClassLoader().getResourceAsStream(path(type))) {
            return Objects.requireNonNull(from).readAllBytes();
        }
    }

    static void jar(Path file, Class<?>... types) throws IOException {
        try (OutputStream to = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(to)) {
            for (Class<?> type : types) {
                jar.putNextEntry(new ZipEntry(path(type)));
                jar.write(bytes(type));
            }
        }
    }

    /** Nothing in it is packed, and it ends with a comment. */
    static void storedJar(Path file, String comment, Class<?>... types) throws IOException {
        try (OutputStream to = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(to)) {
            jar.setComment(comment);
            for (Class<?> type : types) {
                byte[] bytes = bytes(type);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(path(type));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                jar.putNextEntry(entry);
                jar.write(bytes);
            }
        }
    }

    static void folder(Path root, Class<?> type) throws IOException {
        Path file = root.resolve(path(type));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes(type));
    }
}
