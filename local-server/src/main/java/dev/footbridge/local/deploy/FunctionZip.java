package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The package as AWS Lambda takes it. */
public final class FunctionZip extends FunctionPackage {

    private final Path file;

    public FunctionZip(Path file) {
        this.file = file;
    }

    @Override
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(file);
    }

    /** What one of its files says. */
    String text(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new NoSuchFileException(name);
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    long madeAt() throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    @Override
    Map<String, Long> entries() throws IOException {
        Map<String, Long> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), entry.getCompressedSize());
            }
        }
        return entries;
    }
}
