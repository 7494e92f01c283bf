package dev.footbridge.tools.files;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** An order of paths. Each path has a key, and keys compare as their paths do. */
enum Order {

    /** By the code points of names, what a folder holds right behind it: the order that answers of tools have. */
    BY_NAME("\0"),

    /** By URI, as a directory of resources must be. */
    BY_URI("/");

    private final String separator;

    Order(String separator) {
        this.separator = separator;
    }

    /** The key of a file; of a folder all keys below it begin with {@code folderKey}. */
    String key(RelativePath path) {
        return path.names().stream().map(this::nameKey).collect(Collectors.joining(separator));
    }

    String folderKey(RelativePath path) {
        return path.isRoot() ? "" : key(path) + separator;
    }

    /** The key of an entry of the folder with this key. */
    String childKey(String folderKey, String name, boolean isFolder) {
        return folderKey + nameKey(name) + (isFolder ? separator : "");
    }

    private String nameKey(String name) {
        return this == BY_URI ? RelativePath.encoded(name) : octets(name);
    }

    /** Octets of UTF-8 compare as code points do, which the units of UTF-16 do not. */
    private static String octets(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
