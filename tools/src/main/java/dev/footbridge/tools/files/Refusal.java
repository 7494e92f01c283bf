package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;

/** The sentences that tell a model why a path cannot be used, and what to do instead. */
final class Refusal {

    /** What the system says when an entry became another one between two steps. */
    private static final Set<String> SWAPPED = Set.of(
            "Too many levels of symbolic links",
            "Directory not empty",
            "Is a directory",
            "File exists",
            PlainFolder.REPLACED);

    private static final String LOOK = " Use list_files to see what there is.";

    private Refusal() {}

    static ToolFailure gone() {
        return new ToolFailure("The served folder is gone. Only who runs the server can bring it back.");
    }

    /** The same whether there is such a file or not. */
    static ToolFailure hidden() {
        return new ToolFailure("Hidden files (names with a leading dot) are not served.");
    }

    static ToolFailure ownName() {
        return new ToolFailure("The name .git and those of the server's own files are never served.");
    }

    static ToolFailure missing(RelativePath path) {
        return new ToolFailure("There is no file or folder " + path + "." + LOOK);
    }

    static ToolFailure forbidden(RelativePath path) {
        return new ToolFailure("The server has no permission to use " + path + ".");
    }

    static ToolFailure link(RelativePath path) {
        return new ToolFailure(
                path + " is or lies behind a symbolic link that leads nowhere or out of the served folder.");
    }

    static ToolFailure writeThroughLink(RelativePath path) {
        return new ToolFailure(path + " is or lies behind a symbolic link. Change the file it leads to instead.");
    }

    static ToolFailure isFolder(RelativePath path) {
        return new ToolFailure((path.isRoot() ? "That" : path) + " is a folder. Use list_files to see its entries.");
    }

    static ToolFailure isFile(RelativePath path) {
        return new ToolFailure(path + " is a file, not a folder. Use read_file to read it.");
    }

    static ToolFailure special(RelativePath path) {
        return new ToolFailure(path + " is neither a file nor a folder (a pipe, a socket or a device).");
    }

    static ToolFailure changing(RelativePath path) {
        return new ToolFailure(path + " changed at the same moment. Try again.");
    }

    static ToolFailure exists(RelativePath path) {
        return new ToolFailure(path + " exists already. Choose another path, or set overwrite to true to replace it.");
    }

    static ToolFailure unservedName(RelativePath path) {
        return new ToolFailure(path + " cannot be created: names must not be reserved ones such as aux, end with a dot "
                + "or a space, or hold control characters or any of < > : \" | ? *");
    }

    static ToolFailure tooLong() {
        return new ToolFailure(
                "A name in that path is too long: there can be no such file. Most systems take up to " + "255 bytes.");
    }

    /**
     * What went wrong on disk, as the model should hear it.
     *
     * @throws FileSystemException if it is nothing a model could act on
     */
    static ToolFailure of(FileSystemException failure, RelativePath path) throws FileSystemException {
        if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
            return missing(path);
        }
        if (failure instanceof AccessDeniedException) {
            return forbidden(path);
        }
        String reason = String.valueOf(failure.getReason());
        if (SWAPPED.contains(reason.replaceFirst(" or unable to access.*", ""))) {
            return changing(path);
        }
        if (reason.startsWith("Not a directory")) {
            return missing(path);
        }
        if (reason.startsWith("File name too long")) {
            return tooLong();
        }
        throw failure;
    }
}
