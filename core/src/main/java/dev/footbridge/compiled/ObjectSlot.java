package dev.footbridge.compiled;

import dev.footbridge.argument.Pointer;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose members are read by name, each once. */
public final class ObjectSlot {

    private final Slot slot;
    private final @Nullable JsonObject object;
    private final int problemsBefore;
    private int known;

    /** @param object null where there is none: then all members are absent, and none is missed */
    ObjectSlot(Slot slot, @Nullable JsonObject object) {
        this.slot = slot;
        this.object = object;
        this.problemsBefore = slot.findings().count();
    }

    /** A member that must be there. */
    public Slot required(String name) {
        return member(name, object != null);
    }

    /** A member that may be left out; {@code null} counts as left out. */
    public Slot optional(String name) {
        return member(name, false);
    }

    /** The place of the object's tag among the ones that are allowed, -1 if it is none of them. */
    public int tag(String name, List<String> allowed) {
        return required(name).choice(allowed);
    }

    /** True if the member is there and is not {@code null}. */
    public boolean given(String name) {
        Json value = object == null ? null : object.get(name);
        return value != null && value != JsonNull.NULL;
    }

    public void atLeastOneOf(List<String> names) {
        if (object != null && names.stream().noneMatch(this::given)) {
            slot.report("needs at least one of: " + Pointer.names(names));
        }
    }

    public void requires(String name, List<String> others) {
        for (String other : others) {
            if (given(name) && !given(other)) {
                new Slot(slot.findings(), slot, other, null, true).mistyped("must be given together with " + name);
            }
        }
    }

    /**
     * Ends the reading and reports members that nobody asked for.
     *
     * @param names all that were asked for
     * @return true if nothing is wrong with the object
     */
    public boolean ok(List<String> names) {
        if (object == null) {
            return false;
        }
        if (known != object.members().size()) {
            reportStrangers(object, names);
        }
        return slot.findings().count() == problemsBefore;
    }

    private void reportStrangers(JsonObject object, List<String> names) {
        for (String name : object.members().keySet()) {
            if (!names.contains(name)) {
                String others = names.isEmpty() ? "there are none" : "known are: " + Pointer.names(names);
                new Slot(slot.findings(), slot, name, null, false).report("is not known here; " + others);
            }
        }
    }

    private Slot member(String name, boolean required) {
        Json value = object == null ? null : object.get(name);
        if (value != null) {
            known++;
        }
        return new Slot(slot.findings(), slot, name, value, required);
    }
}
