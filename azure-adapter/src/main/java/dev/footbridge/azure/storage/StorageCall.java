package dev.footbridge.azure.storage;

import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a table. Immutable.
 *
 * @param path behind the account, such as {@code Table(PartitionKey='p',RowKey='r')}, of characters that need no escape
 * @param query escaped already; may be empty
 * @param match the ETag that the entity must have; empty for no condition
 */
public record StorageCall(
        String method,
        String path,
        String query,
        String match,
        @Nullable JsonObject body) {

    public static StorageCall get(String path, String query) {
        return new StorageCall("GET", path, query, "", null);
    }

    /** Fails with {@code EntityAlreadyExists}. */
    public static StorageCall insert(String table, JsonObject entity) {
        return new StorageCall("POST", table, "", "", entity);
    }

    /** Writes the entity, whatever is there. */
    public static StorageCall upsert(String path, JsonObject entity) {
        return new StorageCall("PUT", path, "", "", entity);
    }

    /** Fails with {@code UpdateConditionNotSatisfied} or {@code ResourceNotFound}. */
    public static StorageCall replace(String path, String match, JsonObject entity) {
        return new StorageCall("PUT", path, "", match, entity);
    }

    /** Fails as {@link #replace} does. */
    public static StorageCall delete(String path, String match) {
        return new StorageCall("DELETE", path, "", match, null);
    }
}
