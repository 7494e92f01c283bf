package dev.footbridge.compiled;

import dev.footbridge.argument.Counted;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Iterator;
import java.util.Map;

/** An object whose members have any name and one type, read in their order. */
public final class MapSlot {

    private final Slot slot;
    private final Iterator<Map.Entry<String, Json>> members;
    private String key = "";

    MapSlot(Slot slot, JsonObject object) {
        this.slot = slot;
        this.members = object.members().entrySet().iterator();
    }

    /** An object that is too large is not read at all. */
    static MapSlot of(Slot slot, JsonObject object, int least, int most) {
        int size = object.members().size();
        if (size < least) {
            slot.report("must have at least " + Counted.items(least));
        } else if (size > most) {
            slot.report("must have at most " + Counted.items(most));
            return new MapSlot(slot, JsonObject.EMPTY);
        }
        return new MapSlot(slot, object);
    }

    /** False at the end, and once enough problems were found. */
    public boolean hasNext() {
        return members.hasNext() && !slot.findings().full();
    }

    public Slot next() {
        Map.Entry<String, Json> member = members.next();
        key = member.getKey();
        return new Slot(slot.findings(), slot, key, member.getValue(), true);
    }

    /** The name of the member that {@link #next} gave last. */
    public String key() {
        return key;
    }
}
