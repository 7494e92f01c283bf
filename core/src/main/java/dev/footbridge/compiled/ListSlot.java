package dev.footbridge.compiled;

import dev.footbridge.argument.Counted;
import dev.footbridge.argument.Twins;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import java.util.List;

/** A list that is read from its first item to its last. */
public final class ListSlot {

    private final Slot slot;
    private final List<Json> items;
    private int next;

    ListSlot(Slot slot, List<Json> items) {
        this.slot = slot;
        this.items = items;
    }

    /** A list that is too long is not read at all. */
    static ListSlot of(Slot slot, JsonArray array, int least, int most) {
        int size = array.items().size();
        if (size < least) {
            slot.report("must have at least " + Counted.items(least));
        } else if (size > most) {
            slot.report("must have at most " + Counted.items(most));
            return new ListSlot(slot, List.of());
        }
        return new ListSlot(slot, array.items());
    }

    /** No item may be there twice. */
    public ListSlot unique() {
        if (Twins.in(items)) {
            slot.report("must not have the same item twice");
        }
        return this;
    }

    public int size() {
        return items.size();
    }

    /** False at the end, and once enough problems were found. */
    public boolean hasNext() {
        return next < items.size() && !slot.findings().full();
    }

    public Slot next() {
        return new Slot(slot.findings(), slot, Integer.toString(next), items.get(next++), true);
    }
}
