package dev.footbridge.key;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.StateVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys in one JSON file, for servers on one machine. The file is its owner's alone, is replaced as a whole, and is read
 * again when it has changed. Several processes may use it at once. No file is no key. Nothing is ever forgotten.
 */
public final class FileKeyStore implements KeyStore {

    private static final long FORMAT = 1;

    private final OwnerFile file;
    private volatile @Nullable Snapshot latest;

    public FileKeyStore(Path file) {
        this.file = new OwnerFile(file);
    }

    /** @param writes how often the file was written: the next version is one more */
    private record Snapshot(OwnerFile.Stamp stamp, long writes, Map<String, StoredKey> keys) {}

    @Override
    public Optional<StoredKey> find(String id) {
        return Optional.ofNullable(current().keys().get(id));
    }

    @Override
    public List<StoredKey> list() {
        return List.copyOf(current().keys().values());
    }

    @Override
    public Optional<StateVersion> put(KeyRecord key, StateVersion expected) {
        return file.alone(() -> {
            Snapshot now = load();
            StoredKey old = now.keys().get(key.id());
            StateVersion found = old == null ? StateVersion.ABSENT : old.version();
            if (!found.equals(expected)) {
                return Optional.empty();
            }
            StateVersion version = new StateVersion(Long.toString(now.writes() + 1));
            Map<String, StoredKey> keys = new LinkedHashMap<>(now.keys());
            keys.put(key.id(), new StoredKey(key, version));
            file.replace(written(now.writes() + 1, keys));
            return Optional.of(version);
        });
    }

    private Snapshot current() {
        Snapshot known = latest;
        if (known != null && known.stamp().equals(file.stamp())) {
            return known;
        }
        Snapshot fresh = load();
        latest = fresh;
        return fresh;
    }

    /** The stamp is taken first: if the file changes in between, it is read once too often. */
    private Snapshot load() {
        OwnerFile.Stamp stamp = file.stamp();
        Optional<Bytes> content = file.read();
        try {
            return content.isEmpty() ? new Snapshot(stamp, 0, Map.of()) : read(stamp, content.get());
        } catch (JsonException unreadable) {
            throw new KeyStoreException("the key file is not one that this version reads", unreadable);
        }
    }

    private static Snapshot read(OwnerFile.Stamp stamp, Bytes content) throws JsonException {
        JsonObject root = KeyJson.object(
                JsonReader.read(new String(content.array(), 0, content.length(), StandardCharsets.UTF_8)),
                Set.of("format", "writes", "keys"));
        OptionalLong writes = root.integer("writes");
        if (root.integer("format").orElse(0) != FORMAT || writes.isEmpty()) {
            throw new JsonException("the format of a key file is another one");
        }
        Map<String, StoredKey> keys = new LinkedHashMap<>();
        for (Json item : KeyJson.items(root, "keys")) {
            JsonObject entry = KeyJson.object(item, Set.of("version", "key"));
            KeyRecord key = KeyJson.read(entry.object("key").orElse(JsonObject.EMPTY));
            String version = entry.string("version").orElse("");
            if (version.isEmpty() || keys.put(key.id(), new StoredKey(key, new StateVersion(version))) != null) {
                throw new JsonException("a key has no version, or is there twice");
            }
        }
        return new Snapshot(stamp, writes.getAsLong(), keys);
    }

    private static Bytes written(long writes, Map<String, StoredKey> keys) {
        List<Json> entries = new ArrayList<>();
        keys.values()
                .forEach(stored -> entries.add(JsonObject.builder()
                        .put("version", stored.version().tag())
                        .put("key", KeyJson.write(stored.key()))
                        .build()));
        JsonObject root = JsonObject.builder()
                .put("format", FORMAT)
                .put("writes", writes)
                .put("keys", new JsonArray(entries))
                .build();
        return Bytes.of((JsonWriter.pretty(root) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
