package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.dynamo.Gauge.Range;
import dev.footbridge.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code UpdateItem} with its condition, put together attribute by attribute. Expressions have no {@code max()}, so
 * whoever adds to a number says whether it starts at the floor or goes on. Not thread-safe.
 */
final class Update {

    private final List<String> conditions = new ArrayList<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final JsonObject.Builder names = JsonObject.builder();
    private final JsonObject.Builder values = JsonObject.builder();
    private int count;

    /** Nothing is kept, or no more than the floor: the number becomes the floor and the amount. */
    void start(String attribute, Range range) {
        String name = name(attribute);
        conditions.add("(attribute_not_exists(" + name + ") OR " + name + " <= " + value(range.floor()) + ")");
        sets.add(name + " = " + value(range.floor().add(range.amount())));
    }

    /** Nothing is kept, or something from the floor to the top: the amount is added. */
    void goOn(String attribute, Range range) {
        String name = name(attribute);
        String floor = value(range.floor());
        conditions.add("(attribute_not_exists(" + name + ") OR " + name + " BETWEEN " + floor + " AND "
                + value(range.top()) + ")");
        sets.add(name + " = if_not_exists(" + name + ", " + floor + ") + " + value(range.amount()));
    }

    /** Something in the range is kept: the amount is taken away. */
    void undo(String attribute, Range range) {
        String name = name(attribute);
        conditions.add("(" + name + " BETWEEN " + value(range.floor()) + " AND " + value(range.top()) + ")");
        sets.add(name + " = " + name + " - " + value(range.amount()));
    }

    /** Nothing is kept, or no more than the floor: it is forgotten. */
    void sweep(String attribute, BigInteger floor) {
        String name = name(attribute);
        conditions.add("(attribute_not_exists(" + name + ") OR " + name + " <= " + value(floor) + ")");
        removals.add(name);
    }

    /** The number never falls. */
    void raise(String attribute, BigInteger number) {
        String name = name(attribute);
        String value = value(number);
        conditions.add("(attribute_not_exists(" + name + ") OR " + name + " <= " + value + ")");
        sets.add(name + " = " + value);
    }

    /** The number is higher already. */
    void leave(String attribute, BigInteger number) {
        conditions.add("(" + name(attribute) + " > " + value(number) + ")");
    }

    /** A text that only this update writes, so that it is carried out once. */
    void once(String attribute, String tag) {
        String name = name(attribute);
        String value = ":" + count;
        values.put(value, Attribute.text(tag));
        conditions.add("(attribute_not_exists(" + name + ") OR " + name + " <> " + value + ")");
        sets.add(name + " = " + value);
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    /** Answered with the whole item: the new one, or the one that the condition met. */
    JsonObject.Builder request(String pk) {
        String removal = removals.isEmpty() ? "" : " REMOVE " + String.join(", ", removals);
        return JsonObject.builder()
                .put("Key", JsonObject.of("pk", Attribute.text(pk)))
                .put("ConditionExpression", String.join(" AND ", conditions))
                .put("UpdateExpression", "SET " + String.join(", ", sets) + removal)
                .put("ExpressionAttributeNames", names.build())
                .put("ExpressionAttributeValues", values.build())
                .put("ReturnValues", "ALL_NEW")
                .put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }

    private String name(String attribute) {
        String name = "#" + ++count;
        names.put(name, attribute);
        return name;
    }

    private String value(BigInteger number) {
        String value = ":" + ++count;
        values.put(value, JsonObject.of("N", number.toString()));
        return value;
    }
}
