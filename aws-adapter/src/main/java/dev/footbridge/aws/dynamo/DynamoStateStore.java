package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A store in one table of DynamoDB, for as many instances as share it: a key {@code pk}, time to live in {@code exp}.
 *
 * <p>A read is one consistent {@code GetItem}, a write one {@code PutItem} with a condition. The tenant is part of the
 * key, so every condition is about one tenant's item. Deadlines are checked here and in the conditions, because
 * DynamoDB deletes days late. Every write leaves a version that only it can have made, and DynamoDB shows what a failed
 * condition met; so a write that is carried out twice is still told to have passed, and a removal leaves an empty item
 * until DynamoDB deletes it. Thread-safe. Making it connects to nothing.
 */
public final class DynamoStateStore implements StateStore {

    private static final int ITEM_BYTES = 400 * 1024;
    /** The names of the attributes, the version and two numbers. */
    private static final int OVERHEAD_BYTES = 128;

    private static final String ABSENT = "attribute_not_exists(pk) OR e <= :now";
    private static final String UNCHANGED = "t = :tag AND e > :now";

    private final DynamoTable table;
    private final InstantSource clock;

    public DynamoStateStore(AwsService dynamo, String table, InstantSource clock) {
        this.table = new DynamoTable(dynamo, table);
        this.clock = clock;
    }

    /** Makes the connection and what every call needs, with a read of nothing. */
    public void prime() {
        get(new StateKey("", "prime"));
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        AwsAnswer answer = table.call("GetItem", DynamoTable.read(DynamoKey.of(key)));
        return answer.body()
                .object("Item")
                .flatMap(DynamoStateStore::entry)
                .filter(entry -> clock.instant().isBefore(entry.deadline()));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        String pk = DynamoKey.of(key);
        int bytes = value.getBytes(StandardCharsets.UTF_8).length + pk.length() * 3 + OVERHEAD_BYTES;
        if (bytes > ITEM_BYTES) {
            throw new StateStoreException(
                    "a value of " + value.length() + " characters is too large for DynamoDB",
                    new IllegalArgumentException("an item may have " + ITEM_BYTES + " bytes, this has " + bytes));
        }
        JsonObject.Builder item = JsonObject.builder()
                .put("v", Attribute.text(value))
                .put("e", Attribute.number(deadline))
                .put("exp", Attribute.seconds(deadline));
        return write(pk, item, expected);
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        if (expected.equals(StateVersion.ABSENT)) {
            return false;
        }
        JsonObject.Builder item = JsonObject.builder()
                .put("e", Attribute.number(Instant.EPOCH))
                .put("exp", Attribute.seconds(clock.instant()));
        return write(DynamoKey.of(key), item, expected).isPresent();
    }

    private Optional<StateVersion> write(String pk, JsonObject.Builder item, StateVersion expected) {
        String tag = RandomBytes.uuid();
        boolean creates = expected.equals(StateVersion.ABSENT);
        JsonObject.Builder values = JsonObject.builder().put(":now", Attribute.number(clock.instant()));
        if (!creates) {
            values.put(":tag", Attribute.text(expected.tag()));
        }
        AwsAnswer answer = table.call(
                "PutItem",
                JsonObject.builder()
                        .put(
                                "Item",
                                item.put("pk", Attribute.text(pk))
                                        .put("t", Attribute.text(tag))
                                        .build())
                        .put("ConditionExpression", creates ? ABSENT : UNCHANGED)
                        .put("ExpressionAttributeValues", values.build())
                        .put("ReturnValuesOnConditionCheckFailure", "ALL_OLD"));
        boolean passed = answer.isDone() || tag.equals(met(answer));
        return passed ? Optional.of(new StateVersion(tag)) : Optional.empty();
    }

    /** The version that a failed condition met: ours, if an earlier try passed and its answer was lost. */
    private static String met(AwsAnswer failed) {
        return failed.body()
                .object("Item")
                .flatMap(item -> Attribute.text(item, "t"))
                .orElse("");
    }

    private static Optional<StateEntry> entry(JsonObject item) {
        Optional<Instant> deadline = Attribute.instant(item, "e");
        Optional<String> tag = Attribute.text(item, "t");
        if (deadline.isEmpty() || tag.isEmpty()) {
            throw new StateStoreException(
                    "the table holds an item that is not of this server", new IllegalStateException("no version"));
        }
        return Attribute.text(item, "v")
                .map(value -> new StateEntry(value, new StateVersion(tag.get()), deadline.get()));
    }
}
