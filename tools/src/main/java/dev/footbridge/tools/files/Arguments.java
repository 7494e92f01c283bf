package dev.footbridge.tools.files;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.TextField;
import dev.footbridge.feature.ToolFailure;
import java.util.Optional;

/** What several tools take, and how it is read. */
final class Arguments {

    static final Field<String> FOLDER = path().defaultsTo("")
            .describedAs("Folder, relative to the served folder, such as docs/guides. Empty for the served folder.");

    static final Field<Optional<String>> GLOB = Field.text("glob")
            .maxLength(1000)
            .describedAs("Only files that match, such as *.md, *.{md,txt} or guides/**/*.md. "
                    + "With a / it is matched from `path` down, without one against the name in any folder; "
                    + "in any letter case.")
            .optional();

    private Arguments() {}

    static TextField path() {
        return Field.text("path").maxLength(4096);
    }

    /** What listings and searches leave out, as a sentence for a description. */
    static String leftOut(FilesSettings settings) {
        String hidden = settings.showHidden() ? "" : "hidden files";
        String ignored = settings.followIgnoreFiles() ? "files named in .gitignore" : "";
        String both = hidden + (hidden.isEmpty() || ignored.isEmpty() ? "" : " and ") + ignored;
        return both.isEmpty() ? "" : " Leaves out " + both + ".";
    }

    static Optional<Glob> glob(Optional<String> text) {
        return text.filter(given -> !given.isBlank())
                .map(given -> Glob.parse(given)
                        .orElseThrow(() -> new ToolFailure("The glob is not valid. Use * ? ** [a-z] and {a,b}.")));
    }

    /** The key that a walk goes on behind, for a path as answers show it: with a / at the end for folders. */
    static String key(String path) {
        RelativePath parsed = RelativePath.parse(path);
        return path.endsWith("/") ? Order.BY_NAME.folderKey(parsed) : Order.BY_NAME.key(parsed);
    }
}
