package dev.footbridge.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a file says, read again whenever the file has changed, so that a list takes effect without a restart.
 * Thread-safe.
 */
public final class WatchedFile<T> implements Supplier<T> {

    private final String what;
    private final Path file;
    private final Function<String, T> reader;
    private volatile Snapshot<T> last;

    private WatchedFile(String what, Path file, Function<String, T> reader) throws IOException {
        this.what = what;
        this.file = file;
        this.reader = reader;
        this.last = read();
    }

    private record Snapshot<T>(String stamp, T content) {}

    /**
     * @param what the file, in words such as "the deny list"
     * @param reader makes something of the text; throws IllegalArgumentException if it cannot
     * @throws IllegalArgumentException with a sentence for the operator, if the file is missing or cannot be used
     */
    public static <T> WatchedFile<T> open(String what, Path file, Function<String, T> reader) {
        try {
            return new WatchedFile<>(what, file, reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(what + " " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(what + " " + file + ": " + broken.getMessage(), broken);
        }
    }

    /** @throws IllegalStateException if the file cannot be used any more: then nobody can say what it would say */
    @Override
    public T get() {
        try {
            Snapshot<T> known = last;
            if (!known.stamp().equals(stamp())) {
                known = read();
                last = known;
            }
            return known.content();
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(what + " " + file + " cannot be read", unusable);
        }
    }

    /** The stamp is older than the content, never newer: a change between them is seen the next time. */
    private Snapshot<T> read() throws IOException {
        String stamp = stamp();
        return new Snapshot<>(stamp, reader.apply(Files.readString(file, StandardCharsets.UTF_8)));
    }

    private String stamp() throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    }
}
