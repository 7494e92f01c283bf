package dev.footbridge.tools.files;

import java.nio.file.attribute.BasicFileAttributes;

/**
 * An entry that a walk came by.
 *
 * @param key what stands for the path in the order of the walk
 * @param folder the folder it lies in, open during the visit only
 */
record Found(RelativePath path, String key, Folder folder, BasicFileAttributes attributes) {

    boolean isFolder() {
        return attributes.isDirectory();
    }

    boolean isFile() {
        return attributes.isRegularFile();
    }

    boolean isLink() {
        return attributes.isSymbolicLink();
    }
}
