package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one run of a transcript has kept, and how it compares. Not thread-safe. */
final class Notebook {

    private static final Pattern USE = Pattern.compile("\\$\\{(json:)?([A-Za-z]+)\\}");

    private final Map<String, Json> saved = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final JsonPattern pattern = new JsonPattern(saved);

    void keep(String name, String value) {
        saved.put(name, Json.of(value));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(saved.get(name)).map(Notebook::plain);
    }

    /** The line with every kept value in its place; a name that nothing was kept under stays as it is. */
    String fill(String line) {
        Matcher use = USE.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (use.find()) {
            Json value = saved.getOrDefault(use.group(2), Json.of(use.group()));
            String text = use.group(1) == null ? plain(value) : JsonText.text(value);
            use.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return use.appendTail(filled).toString();
    }

    /** Remembers which method a request called, so that its answer can be judged by it. */
    void asked(JsonObject message) {
        if (message.has("id") && message.has("method")) {
            methods.put(id(message), message.string("method").orElse(""));
        }
    }

    String methodAnsweredBy(JsonObject message) {
        return message.has("method") ? "" : methods.getOrDefault(id(message), "");
    }

    /** What differs between the expected text and the message, or empty. */
    Optional<String> differs(String expected, Json actual) {
        Json wanted = JsonText.json(fill(expected));
        return pattern.differs(wanted instanceof JsonObject object ? understood(object, actual) : wanted, actual);
    }

    Optional<String> differsAsText(String expected, String actual) {
        return pattern.differs(Json.of(fill(expected)), Json.of(actual));
    }

    private static Json understood(JsonObject expected, Json actual) {
        boolean bare = actual instanceof JsonObject object && object.has("jsonrpc") && !expected.has("jsonrpc");
        return bare ? expected.with("jsonrpc", Json.of("2.0")) : expected;
    }

    private static String id(JsonObject message) {
        Json id = message.get("id");
        return id == null ? "" : JsonText.text(id);
    }

    private static String plain(@Nullable Json value) {
        return value instanceof JsonString text ? text.value() : value == null ? "" : JsonText.text(value);
    }
}
