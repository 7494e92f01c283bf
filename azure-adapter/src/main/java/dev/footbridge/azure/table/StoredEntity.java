package dev.footbridge.azure.table;

import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateStoreException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One value as an entity: {@code t} names the write, {@code e} is the deadline, {@code d0} to {@code d13} are the UTF-8
 * bytes, as a property has 64 KiB at most. Without {@code d0} it is what a removal leaves. Immutable.
 *
 * @param etag as the table said it
 */
record StoredEntity(String tag, Instant deadline, Optional<String> value, String etag) {

    private static final int PART_BYTES = 64 * 1024;
    /** An entity may have 1 MiB, with its names and keys. */
    private static final int MAX_PARTS = 14;

    static String newTag() {
        return RandomBytes.uuid();
    }

    boolean isLive(Instant now) {
        return value.isPresent() && now.isBefore(deadline);
    }

    Optional<StateEntry> entry(Instant now) {
        return value.filter(text -> now.isBefore(deadline))
                .map(text -> new StateEntry(text, new EntityVersion(deadline, etag).version(), deadline));
    }

    /** @throws StateStoreException if the value is too large */
    static JsonObject of(String pk, String tag, String value, Instant deadline) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_PARTS * PART_BYTES) {
            throw new StateStoreException(
                    "a value of " + value.length() + " characters is too large for Table storage",
                    new IllegalArgumentException(
                            "a value may have " + MAX_PARTS * PART_BYTES + " bytes, this has " + bytes.length));
        }
        JsonObject.Builder entity = keys(pk, tag, deadline);
        for (int part = 0; part == 0 || part * PART_BYTES < bytes.length; part++) {
            int end = Math.min(bytes.length, (part + 1) * PART_BYTES);
            byte[] piece = Arrays.copyOfRange(bytes, part * PART_BYTES, end);
            entity.put("d" + part + "@odata.type", "Edm.Binary")
                    .put("d" + part, Base64.getEncoder().encodeToString(piece));
        }
        return entity.build();
    }

    /** What a removal leaves, for the sweep. */
    static JsonObject removed(String pk, String tag) {
        return keys(pk, tag, Instant.EPOCH).build();
    }

    /** @throws StateStoreException if it was not written by this server */
    static StoredEntity read(JsonObject entity, String etag) {
        try {
            String tag = entity.string("t").orElseThrow(() -> new IllegalArgumentException("no name of a write"));
            Instant deadline = Instant.parse(entity.string("e").orElse(""));
            return new StoredEntity(tag, deadline, value(entity), etag);
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw new StateStoreException("the table holds an entity that is not of this server", foreign);
        }
    }

    private static JsonObject.Builder keys(String pk, String tag, Instant deadline) {
        return JsonObject.builder()
                .put("PartitionKey", pk)
                .put("RowKey", EntityKey.ROW)
                .put("t", tag)
                .put("e", deadline.toString());
    }

    private static Optional<String> value(JsonObject entity) {
        if (!entity.has("d0")) {
            return Optional.empty();
        }
        byte[] bytes = new byte[0];
        for (int part = 0; part < MAX_PARTS && entity.has("d" + part); part++) {
            byte[] piece = Base64.getDecoder().decode(entity.string("d" + part).orElse(""));
            byte[] joined = Arrays.copyOf(bytes, bytes.length + piece.length);
            System.arraycopy(piece, 0, joined, bytes.length, piece.length);
            bytes = joined;
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
