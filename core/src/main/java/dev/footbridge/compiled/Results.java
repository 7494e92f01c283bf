package dev.footbridge.compiled;

import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes tool results of what methods return. */
public final class Results {

    private Results() {}

    /** Of a method that returns nothing: models take silence for failure. */
    public static ToolResult done() {
        return ToolResult.text("Done.");
    }

    public static ToolResult text(@Nullable String text) {
        return ToolResult.text(Out.present(text, "the result"));
    }

    public static ToolResult content(@Nullable Content block) {
        return ToolResult.of(Out.present(block, "the result"));
    }

    public static ToolResult content(@Nullable Collection<? extends Content> blocks) {
        List<Content> all = List.copyOf(Out.present(blocks, "the result"));
        return new ToolResult(all, null, false, JsonObject.EMPTY);
    }

    /** Reads the stream to its end and closes it. */
    public static ToolResult content(@Nullable Stream<? extends Content> blocks) {
        try (Stream<? extends Content> open = Out.present(blocks, "the result")) {
            return content(open.toList());
        }
    }
}
