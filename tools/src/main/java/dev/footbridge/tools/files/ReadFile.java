package dev.footbridge.tools.files;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** The tool {@code read_file}. */
record ReadFile(ServedFolder served, FilesSettings settings) implements ToolFunction {

    private static final Field<String> PATH =
            Arguments.path().minLength(1).describedAs("File, relative to the served folder, such as docs/guide.md.");
    private static final Field<Long> FROM_LINE =
            Field.integer("from_line").min(1).defaultsTo(1).describedAs("First line to read, counted from 1.");
    private static final Field<Long> FROM_COLUMN = Field.integer("from_column")
            .min(1)
            .defaultsTo(1)
            .describedAs("First character of that line, counted from 1: to go on in a long line that was cut.");
    private static final Field<Long> MAX_LINES = Field.integer("max_lines")
            .min(1)
            .max(10_000)
            .defaultsTo(500)
            .describedAs("How many lines at most; fewer come if the answer would grow too large.");
    private static final int MAX_PICTURE_BYTES = 1024 * 1024;

    Tool tool() {
        return Tool.named("read_file")
                .title("Read a file")
                .describedAs(
                        "Reads a text file, or a range of its lines. The last part of the answer says which lines it "
                                + "holds and how to go on. Recognises UTF-8, UTF-16 and Windows-1252. Pictures (PNG, JPEG, GIF, "
                                + "WebP) come as pictures. To find a passage in long files, use search_files first.")
                .effect(Effect.READ_ONLY)
                .closedWorld()
                .takes(PATH, FROM_LINE, FROM_COLUMN, MAX_LINES)
                .calls(this);
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath path = RelativePath.parse(in.get(PATH));
        try (Spot spot = served.find(path);
                SeekableByteChannel channel = spot.read();
                InputStream bytes = Channels.newInputStream(channel)) {
            String mediaType = MediaTypes.of(spot.name(), MediaTypes.BINARY);
            if (MediaTypes.isPicture(mediaType)) {
                return picture(spot, bytes, mediaType);
            }
            Optional<TextKind.Opened> text = TextKind.open(bytes);
            if (text.isEmpty()) {
                return elsewhere(spot, mediaType, "not text");
            }
            Excerpt excerpt = new Excerpt(settings.maxReadBytes(), new Timer(call, settings.searchTime()));
            Excerpt.Start start = new Excerpt.Start(in.get(FROM_LINE), in.get(FROM_COLUMN));
            excerpt.read(text.get().reader(), start, in.get(MAX_LINES));
            return answer(excerpt, spot, text.get().kind());
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, path);
        }
    }

    private ToolResult answer(Excerpt excerpt, Spot spot, TextKind kind) throws IOException {
        String note = excerpt.note(spot.path(), kind.label());
        if (settings.writable() && spot.attributes().size() <= settings.maxWriteBytes()) {
            note += " " + Digest.note(Digest.of(spot));
        }
        return excerpt.text().isEmpty()
                ? ToolResult.text(note)
                : ToolResult.of(Content.text(excerpt.text()), Content.text(note));
    }

    private ToolResult picture(Spot spot, InputStream bytes, String mediaType) throws IOException {
        byte[] content = bytes.readNBytes(MAX_PICTURE_BYTES + 1);
        if (content.length > MAX_PICTURE_BYTES) {
            return elsewhere(spot, mediaType, "too large to show here");
        }
        return ToolResult.of(Content.image(Bytes.of(content), mediaType));
    }

    /** A file that this tool cannot show, and the resource that can, unless it is too large for that, too. */
    private ToolResult elsewhere(Spot spot, String mediaType, String why) {
        long size = spot.attributes().size();
        String text = spot.path() + " is a " + (MediaTypes.isPicture(mediaType) ? "picture" : "binary file") + " ("
                + mediaType + ", " + Shown.bytes(size) + "), " + why + ".";
        if (size > settings.maxResourceBytes()) {
            throw new ToolFailure(text + " Files like it are served up to " + Shown.bytes(settings.maxResourceBytes())
                    + ", so there is no way to read it from here.");
        }
        JsonObject link = JsonObject.builder()
                .put("uri", spot.path().uri())
                .put("name", spot.name())
                .put("mimeType", mediaType)
                .put("size", size)
                .build();
        return ToolResult.of(
                Content.text(text + " Its bytes can be read as the resource "
                        + spot.path().uri() + "."),
                Content.link(link));
    }
}
