package dev.footbridge.audit;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out whether streams of audit records are whole. Feed it every line in order; not thread-safe. */
public final class AuditVerifier {

    private final AuditKey key;
    private final Map<String, Link> streams = new LinkedHashMap<>();
    private long lines;

    private record Link(long number, String code) {}

    public AuditVerifier(AuditKey key) {
        this.key = key;
    }

    /** Counts lines anew: streams go on from one file to the next. */
    public void nextFile() {
        lines = 0;
    }

    /**
     * What is wrong with the next line, in words for the operator; empty if it follows from those before. After a
     * problem the rest is held against what that line says of itself, so that one problem hides no other.
     */
    public Optional<String> problem(String line) {
        lines++;
        if (line.isEmpty()) {
            // what a write left of which nothing arrived; a record that was taken out shows in the chain
            return Optional.empty();
        }
        JsonObject record = JsonReader.readObject(line).orElse(null);
        if (record == null) {
            return Optional.of("line " + lines + " is no record");
        }
        String stream = record.string("stream").orElse("");
        long number = record.integer("seq").orElse(-1);
        Link before = streams.getOrDefault(stream, new Link(0, AuditTrail.BEGINNING));
        JsonObject chain = record.object("chain").orElse(JsonObject.EMPTY);
        if (number > before.number()) {
            streams.put(stream, new Link(number, chain.string("mac").orElse("")));
        }
        if (number != before.number() + 1) {
            return Optional.of("line " + lines + ": " + misplaced(stream, before, number));
        }
        String code = key.link(before.code(), new byte[0], JsonWriter.bytes(record.without("chain")));
        return code.equals(chain.string("mac").orElse(""))
                ? Optional.empty()
                : Optional.of("line " + lines + ": record " + number + " of stream " + stream + " was changed");
    }

    private static String misplaced(String stream, Link before, long number) {
        return before.number() == 0
                ? "stream " + stream + " begins with record " + number
                        + "; if the file was rotated, name the older ones before it"
                : "after record " + before.number() + " of stream " + stream + " comes record " + number;
    }

    /** What a head that was kept elsewhere says against the lines so far; empty if they go at least as far. */
    public Optional<String> missing(String stream, long count) {
        long found = streams.getOrDefault(stream, new Link(0, "")).number();
        return found < count
                ? Optional.of("stream " + stream + " ends at record " + found + " and went to " + count)
                : Optional.empty();
    }

    /** How many records each stream has. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        streams.forEach((stream, link) -> counts.put(stream, link.number()));
        return counts;
    }
}
