package dev.footbridge.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of settings, read member by member. What is wrong is collected with its path, and nothing is passed over.
 * Not thread-safe.
 */
public final class StrictObject {

    private final JsonObject object;
    private final String path;
    private final List<String> problems;
    private final Set<String> read = new HashSet<>();

    public StrictObject(JsonObject object, String path, List<String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    public String path() {
        return path;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** The member, of any type. */
    public @Nullable Json any(String name) {
        read.add(name);
        return object.get(name);
    }

    public Optional<String> text(String name) {
        Json value = any(name);
        if (value instanceof JsonString text) {
            return Optional.of(text.value());
        }
        if (value != null) {
            problem(name, "must be a text");
        }
        return Optional.empty();
    }

    public boolean flag(String name, boolean fallback) {
        Json value = any(name);
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        if (value != null) {
            problem(name, "must be true or false");
        }
        return fallback;
    }

    /** A text, or a list of them; empty where there is none. */
    public List<String> texts(String name) {
        Json value = any(name);
        List<Json> items =
                value instanceof JsonArray array ? array.items() : value == null ? List.of() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof JsonString text) {
                texts.add(text.value());
            } else {
                problem(name, "must be a text or a list of texts");
            }
        }
        if (value instanceof JsonArray && items.isEmpty()) {
            problem(name, "must not be an empty list");
        }
        return texts;
    }

    /** As {@link #texts}, each made into something; what cannot be is a problem. */
    public <T> List<T> each(String name, String expected, Function<String, T> maker) {
        List<T> made = new ArrayList<>();
        for (String text : texts(name)) {
            try {
                made.add(maker.apply(text));
            } catch (IllegalArgumentException notOne) {
                problem(name, expected);
            }
        }
        return made;
    }

    /** The objects of a list. */
    public List<StrictObject> entries(String name) {
        Json value = any(name);
        List<StrictObject> entries = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                String place = path + "/" + name + "/" + i;
                if (array.items().get(i) instanceof JsonObject item) {
                    entries.add(new StrictObject(item, place, problems));
                } else {
                    problems.add(place + " must be an object");
                }
            }
        } else if (value != null) {
            problem(name, "must be a list");
        }
        return entries;
    }

    /** The object of that name, an empty one where there is none. */
    public StrictObject entry(String name) {
        Json value = any(name);
        if (value != null && !(value instanceof JsonObject)) {
            problem(name, "must be an object");
        }
        return new StrictObject(
                value instanceof JsonObject inner ? inner : JsonObject.EMPTY, path + "/" + name, problems);
    }

    public Set<String> names() {
        return object.members().keySet();
    }

    public void problem(String name, String message) {
        problems.add(path + (name.isEmpty() ? "" : "/" + name) + " " + message);
    }

    /**
     * For when everything was read: what must be so of the whole. Nothing is said where something in it is wrong
     * already, of which this would only follow.
     */
    public void expect(boolean held, String message) {
        if (!held && problems.stream().noneMatch(said -> said.startsWith(path + "/") || said.startsWith(path + " "))) {
            problem("", message);
        }
    }

    /** Reports members that nobody asked for: a misspelt condition must not be a missing one. */
    public void end() {
        end((name, known) -> "");
    }

    /** @param hint what is said besides of a name, for the names that somebody asked for */
    public void end(BiFunction<String, Set<String>, String> hint) {
        for (String name : object.members().keySet()) {
            if (!read.contains(name)) {
                problem(name, "is not known here" + hint.apply(name, read));
            }
        }
    }
}
