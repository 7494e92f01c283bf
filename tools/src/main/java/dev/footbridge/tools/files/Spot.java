package dev.footbridge.tools.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * An existing entry, held through the open folder it lies in. Close it after use.
 *
 * @param path where it really is, all links resolved
 * @param folder the folder it lies in; for the served folder itself, that folder
 * @param name in that folder; {@code .} for the served folder itself
 */
record Spot(RelativePath path, Folder folder, String name, BasicFileAttributes attributes) implements Closeable {

    /** Opens it if it is a regular file. */
    SeekableByteChannel read() throws IOException {
        requireFile();
        return folder.read(name);
    }

    void requireFile() {
        if (attributes.isDirectory()) {
            throw Refusal.isFolder(path);
        }
        if (!attributes.isRegularFile()) {
            throw Refusal.special(path);
        }
    }

    /** Opens it if it is a folder. */
    Folder open() throws IOException {
        if (!attributes.isDirectory()) {
            throw attributes.isRegularFile() ? Refusal.isFile(path) : Refusal.special(path);
        }
        return folder.folder(name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
