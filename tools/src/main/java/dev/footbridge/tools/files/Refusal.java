package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;

/** The sentences that tell a model why a path cannot be used, and what to do instead. */
final class Refusal {

    private static final String LOOK = " Use list_files to see what there is.";

    private Refusal() {}

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
        return new ToolFailure(path + " cannot be created: hidden names, reserved names and the characters "
                + "< > : \" | ? * are not allowed.");
    }
}
