package dev.footbridge.testkit.author;

import dev.footbridge.http.Headers;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.testkit.HttpPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Collects what happens on the way to an outcome, for the test and for whoever reads why it failed. Not thread-safe.
 */
final class Happenings {

    private static final int LONGEST_BODY = 4_000;

    final List<Progress> progress = new ArrayList<>();
    final List<LogLine> log = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    private final StringBuilder conversation = new StringBuilder();

    String conversation() {
        return conversation.toString();
    }

    void sent(HttpPeer.Request request) {
        line("> ", request.method() + " " + request.target());
        request.headers().forEach(header -> line("> ", shown(header.getKey(), header.getValue())));
        body("> ", request.body().asUtf8());
    }

    void answered(int status, Headers headers) {
        line("< ", Integer.toString(status));
        headers.values().forEach((name, all) -> all.forEach(value -> line("< ", shown(name, value))));
    }

    void came(String body) {
        body("< ", body);
    }

    void abandoned() {
        line("> ", "(the client gives the call up)");
    }

    /** Takes in what was no answer. */
    void noticed(JsonObject notification) {
        JsonObject params = notification.object("params").orElse(JsonObject.EMPTY);
        switch (notification.string("method").orElse("")) {
            case "notifications/progress" ->
                progress.add(new Progress(
                        number(params, "progress"),
                        number(params, "total"),
                        params.string("message").orElse("")));
            case "notifications/message" ->
                log.add(new LogLine(
                        params.string("level").flatMap(LogLevel::named).orElseThrow(),
                        Objects.requireNonNull(params.get("data"))));
            default -> {}
        }
    }

    private static double number(JsonObject params, String name) {
        return params.get(name) instanceof JsonNumber number ? number.decimal().doubleValue() : 0;
    }

    /** What a build's log keeps must hold no credential. */
    private static String shown(String name, String value) {
        return name + ": " + (name.toLowerCase(Locale.ROOT).equals("authorization") ? "***" : value);
    }

    private void body(String mark, String body) {
        String text = pretty(body);
        String shown = text.length() > LONGEST_BODY ? text.substring(0, LONGEST_BODY) + "\n... and more" : text;
        line(mark, "");
        shown.lines().forEach(line -> line(mark, line));
    }

    private static String pretty(String body) {
        try {
            return body.isEmpty() ? body : JsonWriter.pretty(JsonReader.read(body));
        } catch (JsonException other) {
            return body;
        }
    }

    private void line(String mark, String text) {
        conversation.append((mark + text).stripTrailing()).append('\n');
    }
}
