package dev.footbridge.tools.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * An open directory. Names are plain names of its own entries, and no operation follows a symbolic link. Not
 * thread-safe.
 */
sealed interface Folder extends Closeable permits SecureFolder, PlainFolder {

    /** The names of all entries, in no order. */
    List<String> names() throws IOException;

    /** What the entry itself is, a link included. */
    BasicFileAttributes attributes(String name) throws IOException;

    /** @throws IOException if it is a link or no directory */
    Folder folder(String name) throws IOException;

    /** Opens a regular file; whoever calls has looked at its attributes, for opening a pipe would block. */
    SeekableByteChannel read(String name) throws IOException;

    /** Opens a file that must not exist yet. */
    SeekableByteChannel create(String name) throws IOException;

    void deleteFile(String name) throws IOException;

    /** Deletes a directory that is empty. */
    void deleteFolder(String name) throws IOException;

    /** Renames in one step; a file that has the new name already is replaced. */
    void move(String name, Folder target, String newName) throws IOException;

    /** Gives {@code target} the permissions of {@code source}, where the system has such a thing. */
    void copyPermissions(String source, String target) throws IOException;
}
