package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Makes folders, never through links. */
record FolderMaker(ServedFolder served) {

    /** Opens a folder that no link leads to, and makes what is missing of it. */
    Folder openOrMake(RelativePath path) throws IOException {
        Folder folder = served.root();
        try {
            for (String name : path.names()) {
                Folder below = openOrMake(folder, name, path);
                folder.close();
                folder = below;
            }
            return folder;
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private Folder openOrMake(Folder parent, String name, RelativePath path) throws IOException {
        try {
            BasicFileAttributes attributes = parent.attributes(name);
            if (attributes.isSymbolicLink()) {
                throw Refusal.writeThroughLink(path);
            }
            if (!attributes.isDirectory()) {
                throw new ToolFailure(Shown.name(name) + " in the path is a file, not a folder.");
            }
        } catch (NoSuchFileException missing) {
            make(parent, name);
        }
        return parent.folder(name);
    }

    /** There is no way to make a directory inside an open one, but there is one to move it there. */
    private void make(Folder parent, String name) throws IOException {
        String temporary = temporaryName();
        Path made = Files.createDirectory(served.real().resolve(temporary));
        try (Folder root = served.root()) {
            root.move(temporary, parent, name);
        } catch (FileSystemException failure) {
            Files.deleteIfExists(made);
            if (!isFolder(parent, name)) {
                throw failure;
            }
        }
    }

    /** True if somebody else was faster. */
    private static boolean isFolder(Folder parent, String name) throws IOException {
        try {
            return parent.attributes(name).isDirectory();
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    static String temporaryName() {
        return Visibility.TEMPORARY + UUID.randomUUID();
    }
}
