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
import java.nio.file.DirectoryNotEmptyException;

/** The tool {@code delete_file}. */
record DeleteFile(Writer writer) implements ToolFunction {

    private static final Field<String> PATH =
            Arguments.path().minLength(1).describedAs("File or empty folder, relative to the served folder.");

    Tool tool() {
        return Tool.named("delete_file")
                .title("Delete a file")
                .describedAs("Deletes one file, or one folder that is empty, for good.")
                .effect(Effect.DESTRUCTIVE)
                .closedWorld()
                .takes(PATH)
                .calls(this);
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath path = RelativePath.parse(in.get(PATH));
        return writer.alone(path, () -> delete(path));
    }

    private ToolResult delete(RelativePath path) throws IOException {
        try (Spot spot = writer.existing(path).orElseThrow(() -> Refusal.missing(path))) {
            if (spot.attributes().isDirectory()) {
                spot.folder().deleteFolder(spot.name());
                return ToolResult.text("Deleted the empty folder " + path + ".");
            }
            spot.requireFile();
            spot.folder().deleteFile(spot.name());
            return ToolResult.text("Deleted " + path + ".");
        } catch (DirectoryNotEmptyException full) {
            throw new ToolFailure(path + " is not empty (hidden files count). Delete what is in it first.");
        }
    }
}
