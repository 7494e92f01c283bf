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
import java.io.InputStream;
import java.nio.channels.Channels;

/** The tool {@code edit_file}. */
record EditFile(ServedFolder served, Writer writer, FilesSettings settings) implements ToolFunction {

    private static final Field<String> PATH =
            Arguments.path().minLength(1).describedAs("File, relative to the served folder.");
    private static final Field<String> OLD = Field.text("old_text")
            .minLength(1)
            .describedAs("The text to replace, exactly as read_file shows it, with enough around it to occur once.");
    private static final Field<String> NEW =
            Field.text("new_text").describedAs("What to put in its place; empty to remove it.");
    private static final Field<Boolean> ALL =
            Field.flag("replace_all").defaultsTo(false).describedAs("Replace every place where old_text occurs.");

    Tool tool() {
        return Tool.named("edit_file")
                .title("Edit a file")
                .describedAs("Replaces a passage of a text file by another and leaves the rest, the encoding and the "
                        + "line ends as they are. Read the file first.")
                .effect(Effect.DESTRUCTIVE)
                .closedWorld()
                .takes(PATH, OLD, NEW, ALL)
                .calls(this);
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath path = RelativePath.parse(in.get(PATH));
        return writer.alone(path, () -> edit(path, in));
    }

    private ToolResult edit(RelativePath path, Values in) throws IOException {
        byte[] content = content(path);
        TextKind kind = TextKind.of(content, true)
                .orElseThrow(() -> new ToolFailure(path + " is a binary file and cannot be edited as text."));
        String text = kind.text(content);
        boolean windowsLines = text.contains("\r\n") && !text.contains(in.get(OLD));
        String old = windowsLines ? withWindowsLines(in.get(OLD)) : in.get(OLD);
        int places = count(text, old);
        if (places == 0) {
            throw new ToolFailure("old_text does not occur in " + path + ". Read the file again and copy it exactly.");
        }
        if (places > 1 && !in.get(ALL)) {
            throw new ToolFailure("old_text occurs " + Shown.count(places) + " times in " + path
                    + ". Give more of the text around it, or set replace_all to true.");
        }
        String replacement = windowsLines ? withWindowsLines(in.get(NEW)) : in.get(NEW);
        byte[] changed = encoded(path, kind, content, text.replace(old, replacement));
        writer.replace(path, changed);
        return ToolResult.text("Replaced " + Shown.count(places, "place", "places") + " in " + path + ". "
                + Digest.note(Digest.of(changed)));
    }

    private byte[] content(RelativePath path) throws IOException {
        try (Spot spot = served.findUnlinked(path);
                InputStream bytes = Channels.newInputStream(spot.read())) {
            byte[] content = bytes.readNBytes(settings.maxWriteBytes() + 1);
            if (content.length > settings.maxWriteBytes()) {
                throw tooLarge(path);
            }
            return content;
        }
    }

    private byte[] encoded(RelativePath path, TextKind kind, byte[] before, String text) {
        byte[] after = kind.bytes(before, text)
                .orElseThrow(() -> new ToolFailure(
                        "new_text has characters that the encoding of " + path + " (" + kind.label() + ") lacks."));
        if (after.length > settings.maxWriteBytes()) {
            throw tooLarge(path);
        }
        return after;
    }

    private ToolFailure tooLarge(RelativePath path) {
        return new ToolFailure(path + " is or would become larger than " + Shown.bytes(settings.maxWriteBytes())
                + ", which is too large to edit.");
    }

    private static String withWindowsLines(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
