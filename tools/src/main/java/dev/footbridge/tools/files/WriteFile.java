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
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tool {@code write_file}. */
record WriteFile(Writer writer, FilesSettings settings) implements ToolFunction {

    private static final Field<String> PATH =
            Arguments.path().minLength(1).describedAs("File, relative to the served folder. Missing folders are made.");
    private static final Field<String> CONTENT =
            Field.text("content").describedAs("Everything the file is to hold, as text; stored as UTF-8.");
    private static final Field<Boolean> OVERWRITE =
            Field.flag("overwrite").defaultsTo(false).describedAs("Replace the file if it exists.");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Field<Optional<String>> EXPECTED = Field.text("expected_sha256")
            .pattern("^[0-9a-fA-F]{64}$", text -> SHA_256.matcher(text).matches())
            .describedAs("Replace the file only if it still is the one with this SHA-256 (exactly 64 hexadecimal "
                    + "digits), which read_file told. "
                    + "Use it to not undo the work of others.")
            .optional();

    Tool tool() {
        return Tool.named("write_file")
                .title("Write a file")
                .describedAs("Creates a text file, or replaces all of one if overwrite or expected_sha256 says so. "
                        + "To change a part of a file, use edit_file.")
                .effect(Effect.IDEMPOTENT)
                .closedWorld()
                .takes(PATH, CONTENT, OVERWRITE, EXPECTED)
                .calls(this);
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath path = RelativePath.parse(in.get(PATH));
        byte[] content = in.get(CONTENT).getBytes(StandardCharsets.UTF_8);
        if (content.length > settings.maxWriteBytes()) {
            throw new ToolFailure("The content is larger than " + Shown.bytes(settings.maxWriteBytes())
                    + ". Split it into several files.");
        }
        return writer.alone(path, () -> write(path, content, in));
    }

    private ToolResult write(RelativePath path, byte[] content, Values in) throws IOException {
        Optional<Spot> existing = writer.existing(path);
        String done = existing.isPresent() ? "Replaced " : "Created ";
        if (existing.isPresent()) {
            try (Spot spot = existing.get()) {
                requireMayReplace(spot, in.get(OVERWRITE), in.get(EXPECTED));
            }
            writer.replace(path, content);
        } else if (in.get(EXPECTED).isPresent()) {
            throw new ToolFailure(path + " does not exist (any more). Leave expected_sha256 out to create it.");
        } else {
            writer.create(path, content);
        }
        return ToolResult.text(
                done + path + ", " + Shown.bytes(content.length) + ". " + Digest.note(Digest.of(content)));
    }

    private static void requireMayReplace(Spot spot, boolean overwrite, Optional<String> expected) throws IOException {
        spot.requireFile();
        if (expected.isPresent()) {
            if (!expected.get().toLowerCase(Locale.ROOT).equals(Digest.of(spot))) {
                throw new ToolFailure(spot.path() + " has changed since it was read. Read it again, then decide.");
            }
        } else if (!overwrite) {
            throw Refusal.exists(spot.path());
        }
    }
}
