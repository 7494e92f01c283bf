package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.List;

/**
 * A list of values of one kind. Immutable and thread-safe.
 *
 * @param <T> what an item is read as
 */
public final class ListField<T> extends DefiniteField<List<T>, ListField<T>> {

    private final DefiniteField<T, ?> item;
    private final ListRules rules;

    ListField(Notes notes, Field<T> item, ListRules rules) {
        super(notes);
        if (!(item instanceof DefiniteField<T, ?> definite) || !item.required()) {
            throw new IllegalArgumentException(
                    "items of list " + notes.name() + " cannot be optional or have a default");
        }
        if (definite.notes().header() != null) {
            throw new IllegalArgumentException("items of list " + notes.name() + " cannot have a header");
        }
        this.item = definite;
        this.rules = rules;
        verifyDefault();
    }

    public ListField<T> minItems(int count) {
        return with(new ListRules(count, rules.max(), rules.unique()));
    }

    public ListField<T> maxItems(int count) {
        return with(new ListRules(rules.min(), count, rules.unique()));
    }

    /** No item may be there twice; {@code 1} and {@code 1.0} are the same. */
    public ListField<T> unique() {
        return with(new ListRules(rules.min(), rules.max(), true));
    }

    private ListField<T> with(ListRules changed) {
        return new ListField<>(notes(), item, changed);
    }

    @Override
    ListField<T> with(Notes changed) {
        return new ListField<>(changed, item, rules);
    }

    @Override
    JsonObject rules() {
        return rules.schema(item.itemSchema());
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonArray list)) {
            findings.add(path, expectation());
        } else if (rules.examine(list, path, findings)) {
            List<Json> items = list.items();
            for (int i = 0; i < items.size() && !findings.full(); i++) {
                item.inspect(items.get(i), Pointer.child(path, i), findings);
            }
        }
    }

    @Override
    List<T> parse(Json value) {
        if (value instanceof JsonArray list) {
            return list.items().stream().map(item::parse).toList();
        }
        throw unchecked();
    }

    @Override
    Json write(List<T> value) {
        return new JsonArray(value.stream().map(item::write).toList());
    }

    @Override
    String expectation() {
        return "must be an array";
    }

    @Override
    boolean flat() {
        return item instanceof ChoiceField;
    }
}
