package dev.footbridge.azure.table;

import dev.footbridge.azure.identity.IdentityException;
import dev.footbridge.azure.storage.StorageAnswer;
import dev.footbridge.azure.storage.StorageCall;
import dev.footbridge.azure.storage.StorageException;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.StateStoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One table, and what its errors mean to the operator. Thread-safe. */
final class StateTable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,62}");

    /** What a condition met: something else, or nothing. */
    private static final Set<String> MET =
            Set.of("EntityAlreadyExists", "UpdateConditionNotSatisfied", "ConditionNotMet", "ResourceNotFound");

    private final TableService service;
    private final String name;

    /** @throws IllegalArgumentException if no table can have that name */
    StateTable(TableService service, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a table of Azure Storage has a name of 3 to 63 letters and digits, with a letter first: " + name);
        }
        this.service = service;
        this.name = name;
    }

    Optional<StoredEntity> read(String pk) {
        StorageAnswer answer = call(StorageCall.get(path(pk, EntityKey.ROW), ""));
        return answer.isDone() ? Optional.of(StoredEntity.read(answer.body(), answer.etag())) : Optional.empty();
    }

    StorageAnswer insert(JsonObject entity) {
        return call(StorageCall.insert(name, entity));
    }

    StorageAnswer replace(String pk, String etag, JsonObject entity) {
        return call(StorageCall.replace(path(pk, EntityKey.ROW), etag, entity));
    }

    /** True if it is gone now, whoever did it. */
    boolean delete(String pk, String row, String etag) {
        StorageAnswer answer = call(StorageCall.delete(path(pk, row), etag));
        return answer.isDone() || answer.error().equals("ResourceNotFound");
    }

    /** Notes that something is to be looked at when the hour of the deadline is over. */
    void note(String pk, Instant deadline) {
        String hour = EntityKey.hour(deadline);
        JsonObject entity =
                JsonObject.builder().put("PartitionKey", hour).put("RowKey", pk).build();
        call(StorageCall.upsert(path(hour, pk), entity));
    }

    StorageAnswer list(String query) {
        return call(StorageCall.get(name + "()", query));
    }

    /** @throws StateStoreException for everything but success and a condition that does not hold */
    private StorageAnswer call(StorageCall call) {
        try {
            StorageAnswer answer = service.call(call);
            if (answer.isDone() || MET.contains(answer.error())) {
                return answer;
            }
            throw new StateStoreException(
                    "the table " + name + " cannot be used: " + service.advice(answer),
                    new StorageException(answer.error() + " with status " + answer.status(), null));
        } catch (StorageException | IdentityException unanswered) {
            throw new StateStoreException(
                    "the table " + name + " cannot be used: " + unanswered.getMessage(), unanswered);
        }
    }

    private String path(String pk, String row) {
        return name + "(PartitionKey='" + pk + "',RowKey='" + row + "')";
    }
}
