package dev.footbridge.verification.fuzz;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The JSON reader: it refuses by its one exception; what it takes, it writes and reads back as the same value; Jackson
 * takes it alike; and what only Jackson takes breaks a rule that is ours.
 */
public final class ReaderTarget {

    private ReaderTarget() {}

    /** Loads the classes: the first input has no more time than the others. */
    public static void fuzzerInitialize() {
        Seeds.of("reader").forEach(seed -> fuzzerTestOneInput(Seeds.bytes(seed)));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Optional<Json> ours = ours(bytes);
        Optional<Json> theirs = Jackson.read(bytes);
        if (ours.isPresent()) {
            survives(ours.get());
            Held.that(theirs.equals(ours), "Jackson reads something else, or nothing");
        } else if (theirs.isPresent()) {
            Held.that(OurRules.refuse(bytes, theirs.get()), "refused, though it breaks no rule of ours");
        }
    }

    private static Optional<Json> ours(byte[] bytes) {
        try {
            return Optional.of(JsonReader.read(bytes));
        } catch (JsonException refused) {
            Held.that(refused.getMessage() != null, "a refusal says why");
            return Optional.empty();
        }
    }

    private static void survives(Json value) {
        try {
            byte[] written = JsonWriter.bytes(value);
            Held.that(JsonReader.read(written).equals(value), "written and read it is another value");
            Held.that(JsonReader.read(JsonWriter.pretty(value)).equals(value), "so it is when it is written prettily");
            Held.that(
                    JsonReader.read(new String(written, StandardCharsets.UTF_8)).equals(value),
                    "so it is as characters");
        } catch (JsonException unreadable) {
            throw new AssertionError("what was written cannot be read", unreadable);
        }
    }
}
