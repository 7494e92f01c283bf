package dev.footbridge.definition;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digests of all that a server offers: what {@code footbridge.lock} holds, so that a definition that a person has
 * looked at cannot change unseen. Immutable.
 *
 * @param digests by kind and name, as {@link Definition#title} writes them
 */
public record DefinitionLock(Map<String, String> digests) {

    private static final int VERSION = 1;

    public DefinitionLock {
        digests = Map.copyOf(digests);
    }

    public static DefinitionLock of(List<Definition> definitions) {
        Map<String, String> digests = new TreeMap<>();
        definitions.forEach(definition -> digests.put(definition.title(), definition.digest()));
        return new DefinitionLock(digests);
    }

    /** @throws IllegalArgumentException if the text is no lock of this version */
    public static DefinitionLock parse(String text) {
        try {
            if (JsonReader.read(text) instanceof JsonObject lock
                    && lock.integer("version").orElse(0) == VERSION) {
                return new DefinitionLock(read(lock));
            }
        } catch (JsonException malformed) {
            throw new IllegalArgumentException("it is no JSON: " + malformed.getMessage(), malformed);
        }
        throw new IllegalArgumentException("it is no lock of version " + VERSION);
    }

    private static Map<String, String> read(JsonObject lock) {
        Map<String, String> digests = new TreeMap<>();
        for (Definition.Kind kind : Definition.Kind.values()) {
            JsonObject all = lock.object(kind.plural()).orElse(JsonObject.EMPTY);
            for (Map.Entry<String, Json> entry : all.members().entrySet()) {
                if (!(entry.getValue() instanceof JsonString digest)) {
                    throw new IllegalArgumentException("the digest of " + entry.getKey() + " is no text");
                }
                digests.put(kind.word() + " " + entry.getKey(), digest.value());
            }
        }
        return digests;
    }

    /** The file, ready to be kept beside the code: one feature on each line. */
    public String text() {
        JsonObject.Builder lock = JsonObject.builder().put("version", VERSION).put("catalogue", catalogue());
        for (Definition.Kind kind : Definition.Kind.values()) {
            JsonObject.Builder all = JsonObject.builder();
            String start = kind.word() + " ";
            new TreeMap<>(digests).forEach((title, digest) -> {
                if (title.startsWith(start)) {
                    all.put(title.substring(start.length()), digest);
                }
            });
            lock.put(kind.plural(), all.build());
        }
        return JsonWriter.pretty(lock.build()) + "\n";
    }

    /** One digest for everything: two servers with the same one offer the same. */
    public String catalogue() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((title, digest) ->
                        all.append(title).append('\n').append(digest).append('\n'));
        return Digest.of(all.toString());
    }

    /** What is not as it was when this lock was made, one sentence each; empty if nothing. */
    public List<String> differences(DefinitionLock now) {
        TreeSet<String> titles = new TreeSet<>(digests.keySet());
        titles.addAll(now.digests.keySet());
        List<String> differences = new ArrayList<>();
        for (String title : titles) {
            String before = digests.get(title);
            String after = now.digests.get(title);
            if (before == null) {
                differences.add(title + " is new");
            } else if (after == null) {
                differences.add(title + " is gone");
            } else if (!before.equals(after)) {
                differences.add(title + " changed");
            }
        }
        return differences;
    }
}
