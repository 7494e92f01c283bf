package dev.footbridge.tools.files;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Optional;

/**
 * An entry as {@code list_files} shows it.
 *
 * @param target where a link leads; empty for what is no link and for links that lead nowhere or out
 */
record Listed(Found found, Optional<RelativePath> target) {

    /** The path with a / at the end for folders. */
    static String path(Found found) {
        return found.path().joined() + (found.isFolder() ? "/" : "");
    }

    String line() {
        String path = Shown.name(path(found));
        if (found.isFolder()) {
            return path;
        }
        if (found.isLink()) {
            return path + "  "
                    + target.map(inside -> "(link to " + inside + ")").orElse("(link, leads nowhere or out)");
        }
        return path + "  " + Shown.bytes(found.attributes().size()) + "  "
                + Shown.time(found.attributes().lastModifiedTime().toInstant());
    }

    Json json() {
        JsonObject.Builder entry = JsonObject.builder()
                .put("path", path(found))
                .put("type", found.isFolder() ? "folder" : found.isLink() ? "link" : "file");
        if (found.isFile()) {
            entry.put("size", found.attributes().size());
            entry.put(
                    "modified",
                    found.attributes().lastModifiedTime().toInstant().toString());
        }
        target.ifPresent(inside -> entry.put("target", inside.isRoot() ? "/" : inside.joined()));
        return entry.build();
    }
}
