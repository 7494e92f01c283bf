package dev.footbridge.tools.files;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import java.io.IOException;
import java.util.Optional;

/** The tool {@code move_file}. */
record MoveFile(Writer writer) implements ToolFunction {

    private static final Field<String> FROM =
            Field.text("from").minLength(1).maxLength(4096).describedAs("File or folder to move.");
    private static final Field<String> TO = Field.text("to")
            .minLength(1)
            .maxLength(4096)
            .describedAs("Its new path, name included. Missing folders are made.");
    private static final Field<Boolean> OVERWRITE = Field.flag("overwrite")
            .defaultsTo(false)
            .describedAs("Replace a file that has the new path. Folders are never replaced.");

    Tool tool() {
        return Tool.named("move_file")
                .title("Move or rename")
                .describedAs("Moves or renames a file or a folder within the served folder. "
                        + "Both paths are relative to it.")
                .effect(Effect.DESTRUCTIVE)
                .closedWorld()
                .takes(FROM, TO, OVERWRITE)
                .calls(this);
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath from = RelativePath.parse(in.get(FROM));
        RelativePath to = RelativePath.parse(in.get(TO));
        if (to.startsWith(from)) {
            throw new ToolFailure("The new path is the old one or lies inside it. Choose another.");
        }
        return writer.alone(from, () -> move(from, to, in.get(OVERWRITE)));
    }

    private ToolResult move(RelativePath from, RelativePath to, boolean overwrite) throws IOException {
        try (Spot source = writer.existing(from).orElseThrow(() -> Refusal.missing(from))) {
            if (!source.attributes().isDirectory()) {
                source.requireFile();
            }
            writer.move(source, to, replaces(source, to, overwrite));
        }
        return ToolResult.text("Moved " + from + " to " + to + ".");
    }

    /** Whether there is a file to replace; throws if there is something that must stay. */
    private boolean replaces(Spot source, RelativePath to, boolean overwrite) throws IOException {
        Optional<Spot> existing = writer.existing(to);
        if (existing.isEmpty()) {
            return false;
        }
        try (Spot target = existing.get()) {
            if (target.attributes().isDirectory()) {
                throw new ToolFailure(to + " is a folder. To move something into it, add the name: " + to + "/"
                        + Shown.name(source.name()) + ".");
            }
            if (!overwrite
                    || !target.attributes().isRegularFile()
                    || source.attributes().isDirectory()) {
                throw Refusal.exists(to);
            }
            return true;
        }
    }
}
