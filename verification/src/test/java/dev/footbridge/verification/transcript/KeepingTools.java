package dev.footbridge.verification.transcript;

import static dev.footbridge.verification.transcript.PlainTools.tool;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.TextField;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.KeptState;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Tools of the transcripts that keep something for the next call, or confirm before they forget it. */
final class KeepingTools {

    private static final TextField NOTE = Field.text("note");
    private static final TextField HANDLE = Field.text("handle");
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private KeepingTools() {}

    static List<Tool> all() {
        return List.of(
                Tool.named("note_keep")
                        .describedAs("Keeps a note and gives its handle.")
                        .takes(NOTE)
                        .calls(KeepingTools::keep),
                Tool.named("note_read")
                        .describedAs("Reads a note.")
                        .takes(HANDLE)
                        .calls((in, call) -> ToolResult.text(read(in, call))),
                Tool.named("note_write")
                        .describedAs("Writes a note under a handle, whoever made it.")
                        .takes(HANDLE, NOTE)
                        .calls(KeepingTools::write),
                Tool.named("note_forget")
                        .describedAs("Forgets a note after the user has confirmed.")
                        .takes(HANDLE)
                        .calls(KeepingTools::forget),
                tool(
                        "secret_missing",
                        call -> ToolResult.text(
                                call.secrets().get("transcript-key").toString())));
    }

    private static ToolResult keep(Values in, Call call) {
        KeptState note = call.newState();
        note.put(JsonObject.of("note", in.get(NOTE)), LIFETIME);
        return ToolResult.text(note.handle());
    }

    private static String read(Values in, Call call) {
        return call.state(in.get(HANDLE))
                .get()
                .flatMap(note -> note.string("note"))
                .orElseThrow(() -> new ToolFailure("There is no such note."));
    }

    private static ToolResult write(Values in, Call call) {
        call.state(in.get(HANDLE)).update(note -> JsonObject.of("note", in.get(NOTE)), LIFETIME);
        return ToolResult.text("written");
    }

    private static ToolResult forget(Values in, Call call) {
        String note = read(in, call);
        if (!call.confirm("forget", "Forget the note '" + note + "'?")) {
            return ToolResult.text("kept");
        }
        call.state(in.get(HANDLE)).remove();
        return ToolResult.text("forgotten");
    }
}
