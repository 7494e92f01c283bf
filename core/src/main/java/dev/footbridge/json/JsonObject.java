package dev.footbridge.json;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members keep their order.
 *
 * <p>The typed readers ({@link #string}, {@link #object} …) answer empty both when the member is absent and when it has
 * another type; ask {@link #get} where the difference matters.
 */
public record JsonObject(Map<String, Json> members) implements Json {

    public static final JsonObject EMPTY = new JsonObject(Members.NONE);

    public JsonObject {
        members = members instanceof Members ? members : copied(members);
    }

    private static Members copied(Map<String, Json> members) {
        MemberTable table = new MemberTable();
        members.forEach(table::put);
        return table.toMembers();
    }

    public static Builder builder() {
        return new Builder(new MemberTable());
    }

    /** @param members how many there may be: with so many it does not grow, and with more it does */
    public static Builder builder(int members) {
        return new Builder(new MemberTable(members));
    }

    public static JsonObject of(String name, Json value) {
        return builder().put(name, value).build();
    }

    public static JsonObject of(String name, String value) {
        return of(name, Json.of(value));
    }

    /** The members by their places. */
    Members own() {
        return (Members) members;
    }

    /** The member, {@link JsonNull} included, or null where there is none. */
    public @Nullable Json get(String name) {
        return members.get(name);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public Optional<String> string(String name) {
        return members.get(name) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    public Optional<JsonArray> array(String name) {
        return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    public OptionalLong integer(String name) {
        return members.get(name) instanceof JsonNumber number ? number.longValue() : OptionalLong.empty();
    }

    /** True only for a member that is JSON {@code true}. */
    public boolean isTrue(String name) {
        return members.get(name) == JsonBoolean.TRUE;
    }

    /** This object with one member set, at its old place if it was there. */
    public JsonObject with(String name, Json value) {
        return builder().putAll(this).put(name, value).build();
    }

    public JsonObject without(String name) {
        if (!has(name)) {
            return this;
        }
        Builder builder = builder().putAll(this);
        builder.own().remove(name);
        return builder.build();
    }

    /** Collects members in order; the last one of a name wins. Not thread-safe. */
    public static final class Builder {
        private MemberTable members;
        private boolean handedOver;

        private Builder(MemberTable members) {
            this.members = members;
        }

        public Builder put(String name, Json value) {
            own().put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** Leaves the member out when there is no value: an absent wire field is not a null one. */
        public Builder putIfPresent(String name, @Nullable Json value) {
            return value == null ? this : put(name, value);
        }

        public Builder putIfPresent(String name, @Nullable String value) {
            return value == null ? this : put(name, value);
        }

        public Builder putAll(JsonObject other) {
            MemberTable table = own();
            Members others = other.own();
            for (int i = 0; i < others.size(); i++) {
                table.put(others.nameAt(i), others.valueAt(i));
            }
            return this;
        }

        /** What was collected so far; more can be added for another object. */
        public JsonObject build() {
            handedOver = true;
            return new JsonObject(members.toMembers());
        }

        /** Objects that were built keep their members. */
        private MemberTable own() {
            if (handedOver) {
                members = members.copy();
                handedOver = false;
            }
            return members;
        }
    }
}
