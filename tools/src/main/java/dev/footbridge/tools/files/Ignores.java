package dev.footbridge.tools.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code .gitignore} files from the served folder down to one folder say together; the nearest file wins.
 * Immutable.
 */
final class Ignores {

    /** Ignores nothing, and reads no ignore files below either. */
    static final Ignores OFF = new Ignores(null, null, false);

    /** Nothing ignored so far. */
    static final Ignores NONE = new Ignores(null, null, true);

    private static final int MAX_BYTES = 256 * 1024;

    private final @Nullable Ignores outer;
    private final @Nullable IgnoreFile file;
    private final boolean reading;

    private Ignores(@Nullable Ignores outer, @Nullable IgnoreFile file, boolean reading) {
        this.outer = outer;
        this.file = file;
        this.reading = reading;
    }

    boolean ignores(RelativePath path, boolean isFolder) {
        for (Ignores level = this; level != null; level = level.outer) {
            Optional<Boolean> verdict = level.file == null ? Optional.empty() : level.file.verdict(path, isFolder);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return false;
    }

    /** These rules and those of the folder's own ignore file, if it has one. */
    Ignores within(RelativePath path, Folder folder) throws IOException {
        if (!reading) {
            return this;
        }
        return read(folder)
                .map(text -> new Ignores(this, IgnoreFile.parse(path, text), true))
                .orElse(this);
    }

    private static Optional<String> read(Folder folder) throws IOException {
        try {
            if (!folder.attributes(IgnoreFile.NAME).isRegularFile()) {
                return Optional.empty();
            }
            try (SeekableByteChannel channel = folder.read(IgnoreFile.NAME)) {
                byte[] bytes = Channels.newInputStream(channel).readNBytes(MAX_BYTES);
                String text = new String(bytes, StandardCharsets.UTF_8);
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (FileSystemException noneOrUnreadable) {
            return Optional.empty();
        }
    }
}
