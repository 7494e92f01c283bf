package dev.footbridge.local.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The user's own folder for what this server keeps secret; made for its owner alone. */
final class HomeFolder {

    private HomeFolder() {}

    static Path of(Map<String, String> env) {
        return Path.of(env.getOrDefault("HOME", System.getProperty("user.home", "")), ".footbridge");
    }

    /** The file of the audit's key: named here, because every start names it and few open it. */
    static Path auditKey(Map<String, String> env) {
        return of(env).resolve("audit-key");
    }

    /** Makes the folder that a file is to be in, unless it is there. */
    static void makeFor(Path file) throws CommandFailure {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownersOnly());
            }
        } catch (IOException failure) {
            throw CommandFailure.start("the folder " + folder + " cannot be made");
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? List.<FileAttribute<?>>of(
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                        .toArray(new FileAttribute<?>[0])
                : new FileAttribute<?>[0];
    }
}
