package com.example.tools;

import static dev.footbridge.feature.Effect.DESTRUCTIVE;
import static dev.footbridge.feature.Effect.READ_ONLY;

import dev.footbridge.call.Call;
import dev.footbridge.constraint.Default;
import dev.footbridge.constraint.Length;
import dev.footbridge.constraint.Max;
import dev.footbridge.constraint.Min;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.tool.McpTools;
import dev.footbridge.tool.Tool;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Finds and deletes notes. A plain class; many threads call it at once. */
@McpTools
public final class NoteTools {

    private final Map<Integer, String> notes;

    /** What the tools need comes in here. */
    public NoteTools(Map<Integer, String> notes) {
        this.notes = new ConcurrentSkipListMap<>(notes);
    }

    // The Javadoc is what a model chooses by: say what the tool does and when to use it.
    /**
     * Finds notes that contain a word. Use it when the user asks what they wrote down.
     *
     * @param word part of the text, in any case
     * @param limit how many notes at most
     */
    @Tool(effect = READ_ONLY, openWorld = false)
    public List<Note> findNotes(@Length(min = 1, max = 80) String word, @Default("10") @Min(1) @Max(50) int limit) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return notes.entrySet().stream()
                .filter(note -> note.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .map(note -> new Note(note.getKey(), note.getValue()))
                .toList();
    }

    /**
     * Deletes one note, after the user has confirmed.
     *
     * @param number the note's number, as findNotes gives it
     */
    @Tool(effect = DESTRUCTIVE, openWorld = false)
    public String deleteNote(@Min(1) @Max(9999) int number, Call call) {
        String text = notes.get(number);
        if (text == null) {
            // A ToolFailure is told to the model; any other exception only to the log.
            throw new ToolFailure("There is no note " + number + ". Look for it with findNotes.");
        }
        // Ask first, then change things: the method may run twice up to its last question.
        if (!call.confirm("sure", "Delete the note '" + text + "'?")) {
            throw new ToolFailure("The user kept the note.");
        }
        notes.remove(number);
        return "Deleted.";
    }

    /**
     * A note.
     *
     * @param number by which deleteNote knows it
     * @param text what it says
     */
    public record Note(int number, String text) {}
}
