package dev.footbridge.compiled;

import dev.footbridge.argument.Findings;
import dev.footbridge.argument.Pointer;
import dev.footbridge.argument.Problem;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.tool.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place in a document, to be read once, as one type. A value of another type is reported and read as none; a
 * required one that is not there likewise. Used by one thread.
 */
public final class Slot {

    private final Findings findings;
    private final @Nullable Slot parent;
    private final String name;
    private final @Nullable Json value;
    private final boolean required;
    private String example = "";

    Slot(Findings findings, @Nullable Slot parent, String name, @Nullable Json value, boolean required) {
        this.findings = findings;
        this.parent = parent;
        this.name = name;
        this.value = value;
        this.required = required;
    }

    /** The whole document. */
    public static Slot of(Json document) {
        return new Slot(new Findings(), null, "", document, true);
    }

    /** Names a good value, for whoever sent a bad one. */
    public Slot suchAs(String good) {
        this.example = good;
        return this;
    }

    /** True if there is a value that is not {@code null}. */
    public boolean given() {
        return value != null && value != JsonNull.NULL;
    }

    /** What was said here: nothing, null, or the value that was read. */
    public <T> Presence<T> presence(@Nullable T read) {
        if (value == null) {
            return Presence.absent();
        }
        return read == null ? Presence.ofNull() : Presence.of(read);
    }

    /** Everything that was found wrong in the document so far. */
    public List<Problem> problems() {
        return findings.all();
    }

    public TextSlot text() {
        return new TextSlot(this, textOr("must be a string"));
    }

    /** A whole number between two bounds, both included. */
    public IntegerSlot integer(long least, long greatest) {
        return IntegerSlot.read(this, least, greatest);
    }

    /** A number that is read as a double. */
    public NumberSlot number() {
        return NumberSlot.read(this);
    }

    /** A number of any size and precision. */
    public DecimalSlot decimal() {
        return DecimalSlot.read(this, false);
    }

    /** A whole number of any size. */
    public DecimalSlot whole() {
        return DecimalSlot.read(this, true);
    }

    /** The flag, or the fallback where there is none. */
    public boolean flag(boolean fallback) {
        Boolean flag = flag();
        return flag == null ? fallback : flag;
    }

    public @Nullable Boolean flag() {
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        mistyped("must be true or false");
        return null;
    }

    /** The place of the text among the ones that are allowed, -1 if it is none of them. */
    public int choice(List<String> allowed) {
        int place = value instanceof JsonString text ? allowed.indexOf(text.value()) : -1;
        if (place < 0) {
            String expected = "must be one of: " + Pointer.names(allowed);
            if (value instanceof JsonString) {
                report(expected);
            } else {
                mistyped(expected);
            }
        }
        return place;
    }

    public ObjectSlot object() {
        if (value instanceof JsonObject object) {
            return new ObjectSlot(this, object);
        }
        mistyped("must be an object");
        return new ObjectSlot(this, null);
    }

    /** A list of at least and at most so many items. */
    public ListSlot list(int least, int most) {
        if (value instanceof JsonArray array) {
            return ListSlot.of(this, array, least, most);
        }
        mistyped("must be a list");
        return new ListSlot(this, List.of());
    }

    /** An object whose members are all of one type, at least and at most so many. */
    public MapSlot map(int least, int most) {
        if (value instanceof JsonObject object) {
            return MapSlot.of(this, object, least, most);
        }
        mistyped("must be an object");
        return new MapSlot(this, JsonObject.EMPTY);
    }

    /** Any JSON value, null where there is none. */
    public @Nullable Json json() {
        if (value == null) {
            mistyped("must be there");
        }
        return value;
    }

    /** A JSON object with any members, null where there is none. */
    public @Nullable JsonObject jsonObject() {
        if (value instanceof JsonObject object) {
            return object;
        }
        mistyped("must be an object");
        return null;
    }

    @Nullable
    String textOr(String expected) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        mistyped(expected);
        return null;
    }

    @Nullable
    JsonNumber numberOr(String expected) {
        if (value instanceof JsonNumber number) {
            return number;
        }
        mistyped(expected);
        return null;
    }

    /** Reports, unless nothing is there and nothing has to be. */
    void mistyped(String expected) {
        if (value == null && required) {
            report("is missing; it " + expected);
        } else if (given() || (value != null && required)) {
            report(expected);
        }
    }

    void report(String message) {
        findings.add(path(), example.isEmpty() ? message : message + ", such as " + example);
    }

    Findings findings() {
        return findings;
    }

    String path() {
        return parent == null ? name : Pointer.stranger(parent.path(), name);
    }
}
