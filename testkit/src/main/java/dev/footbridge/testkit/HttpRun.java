package dev.footbridge.testkit;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.HttpPeer.Item;
import dev.footbridge.testkit.HttpPeer.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One run of a transcript over HTTP. */
final class HttpRun implements AutoCloseable {

    private final Transcript transcript;
    private final HttpPeer peer;
    private final TranscriptRunner runner;
    private final Problems problems;
    private final Envelope envelope;
    private final Notebook notebook = new Notebook();
    private final Map<String, Response> responses = new HashMap<>();

    /** Hears of every expectation that is not met. */
    @FunctionalInterface
    interface Problems {
        void found(int line, String problem);
    }

    HttpRun(Transcript transcript, HttpPeer peer, TranscriptRunner runner, Problems problems) {
        this.transcript = transcript;
        this.peer = peer;
        this.runner = runner;
        this.problems = problems;
        this.envelope = Envelope.of(transcript);
    }

    void play() {
        if (envelope.legacy()) {
            handshake();
        }
        for (Transcript.Step step : transcript.steps()) {
            if (step instanceof Transcript.Send send) {
                send(send);
            } else if (step instanceof Transcript.Expect expect) {
                expect(expect).ifPresent(problem -> problems.found(expect.line(), problem));
            } else if (step instanceof Transcript.Command command) {
                runner.command(command.text());
            }
        }
        finishUnlabelled(transcript.steps().size());
    }

    private void handshake() {
        Transcript.Send opening = new Transcript.Send(0, "", "raw " + JsonText.text(envelope.initialize()), List.of());
        notebook.asked(envelope.initialize());
        send(opening);
        Response response = Objects.requireNonNull(responses.get(""));
        response.headers().first("mcp-session-id").ifPresent(id -> notebook.keep("session", id));
        if (response.status() != 200 || response.next(runner.patience()).isEmpty()) {
            problems.found(0, "the handshake was answered with " + response.status());
        }
        send(new Transcript.Send(0, "", "- notifications/initialized", List.of()));
    }

    private void send(Transcript.Send send) {
        if (send.text().equals("close")) {
            Response gone = responses.remove(send.label());
            if (gone != null) {
                gone.close();
            }
            return;
        }
        if (send.label().isEmpty()) {
            finishUnlabelled(send.line());
        }
        Response earlier = responses.put(send.label(), peer.send(request(send)));
        if (earlier != null) {
            earlier.close();
        }
    }

    private HttpPeer.Request request(Transcript.Send send) {
        String text = notebook.fill(send.text());
        Bytes body = Bytes.EMPTY;
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        String[] line = text.split(" ", 2);
        if (!text.matches("[A-Z]+ /\\S*")) {
            Optional<JsonObject> message = ShortForm.message(text, envelope);
            message.ifPresent(notebook::asked);
            body = message.map(json -> Bytes.utf8(JsonText.text(json))).orElseGet(() -> literal(text));
            envelope.headers(message).forEach((name, value) -> headers.add(Map.entry(name, value)));
            if (envelope.legacy()) {
                notebook.text("session").ifPresent(id -> headers.add(Map.entry("mcp-session-id", id)));
            }
            line = new String[] {"POST", "/mcp"};
        }
        for (String more : send.more()) {
            if (more.startsWith("body ")) {
                body = Bytes.utf8(notebook.fill(more.substring("body ".length())));
            } else {
                set(headers, notebook.fill(more));
            }
        }
        return new HttpPeer.Request(line[0], line[1], headers, body);
    }

    private static Bytes literal(String text) {
        String[] parts = text.split(" ", 2);
        return parts[0].equals("bytes") ? Bytes.of(HexFormat.of().parseHex(parts[1])) : Bytes.utf8(parts[1]);
    }

    private static void set(List<Map.Entry<String, String>> headers, String line) {
        boolean add = line.startsWith("+ ");
        String[] parts = (add ? line.substring(2) : line).split(":", 2);
        String value = parts[1].startsWith(" ") ? parts[1].substring(1) : parts[1];
        if (!add) {
            headers.removeIf(header -> header.getKey().equalsIgnoreCase(parts[0]));
        }
        if (!value.equals("-")) {
            headers.add(Map.entry(parts[0], unescape(value)));
        }
    }

    /** {@code \t} and {@code \s} at the ends, where an editor would lose the blank. */
    private static String unescape(String value) {
        return value.replace("\\t", "\t").replace("\\s", " ");
    }

    private Optional<String> expect(Transcript.Expect expect) {
        Response response = responses.get(expect.label());
        if (response == null) {
            return Optional.of("there is no such response");
        }
        String text = expect.text();
        if (text.matches("\\d(\\d\\d|xx)")) {
            return same(text, response.status() / 100 + (text.endsWith("xx") ? "xx" : twoDigits(response.status())));
        }
        if (text.matches("json|stream|empty|end|prime|ignore")) {
            return kind(response, text);
        }
        if (text.startsWith("plain ")) {
            return item(
                    response,
                    item -> item.id().isEmpty() && item.name().isEmpty()
                            ? message(item, text.substring("plain ".length()))
                            : Optional.of("the next event is " + item));
        }
        if (text.startsWith("unprimed ")) {
            return item(response, item -> message(item, text.substring("unprimed ".length())));
        }
        if (text.startsWith("event ")) {
            String[] parts = text.split(" ", 3);
            return item(
                    response,
                    item -> item.name().equals(Optional.of(parts[1]))
                            ? notebook.differsAsText(parts[2], item.data())
                            : Optional.of("the next event is " + item));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return judged(next(response), item -> message(item, text));
        }
        return header(response, text);
    }

    private Optional<String> kind(Response response, String kind) {
        String type = response.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "json" -> same("application/json", type);
            case "stream" -> type.startsWith("text/event-stream") ? Optional.empty() : Optional.of("type is " + type);
            case "prime" ->
                item(
                        response,
                        item -> item.id().isPresent() && item.data().isEmpty()
                                ? Optional.empty()
                                : Optional.of("the next event is " + item));
            case "ignore" -> {
                while (response.next(runner.patience()).isPresent()) {}
                yield Optional.empty();
            }
            default -> {
                Optional<Item> extra = response.next(runner.patience());
                yield extra.map(item -> "unexpected " + item)
                        .or(() -> kind.equals("empty") && type.startsWith("application/json")
                                ? Optional.of("an empty body must not claim to be JSON")
                                : Optional.empty());
            }
        };
    }

    private static String twoDigits(int status) {
        return Integer.toString(status).substring(1);
    }

    private Optional<String> header(Response response, String text) {
        String[] parts = text.split(": ?", 2);
        Optional<String> value = response.headers().first(parts[0]);
        if (parts[1].equals("-")) {
            return value.map(there -> parts[0] + " must not be there, it is " + there);
        }
        return value.isEmpty()
                ? Optional.of(parts[0] + " is missing")
                : notebook.differsAsText(parts[1], value.get()).map(problem -> parts[0] + problem);
    }

    /** A priming event says nothing, so it is passed over where a message is expected. */
    private Optional<Item> next(Response response) {
        Optional<Item> item = response.next(runner.patience());
        while (item.filter(it -> it.id().isPresent() && it.data().isEmpty()).isPresent()) {
            notebook.keep("event", item.get().id().get());
            item = response.next(runner.patience());
        }
        return item;
    }

    private Optional<String> item(Response response, Function<Item, Optional<String>> check) {
        return judged(response.next(runner.patience()), check);
    }

    private Optional<String> judged(Optional<Item> item, Function<Item, Optional<String>> check) {
        item.flatMap(Item::id).ifPresent(id -> notebook.keep("event", id));
        return item.isEmpty() ? Optional.of("nothing (more) came") : check.apply(item.get());
    }

    private Optional<String> message(Item item, String expected) {
        Json json;
        try {
            json = JsonText.json(item.data());
        } catch (IllegalArgumentException broken) {
            return Optional.of("not JSON: " + item.data());
        }
        List<Json> messages = json instanceof JsonArray batch ? batch.items() : List.of(json);
        for (Json each : messages) {
            if (each instanceof JsonObject object) {
                runner.watch().sent(settledRevision(), notebook.methodAnsweredBy(object), object);
            }
        }
        return notebook.differs(expected, json).map(problem -> problem + " in " + item.data());
    }

    private String settledRevision() {
        return envelope.revision().equals("none") ? "" : envelope.revision();
    }

    private void finishUnlabelled(int line) {
        Response response = responses.remove("");
        if (response != null) {
            response.next(runner.patience())
                    .ifPresent(item -> problems.found(line, "unexpected before this line: " + item));
            response.close();
        }
    }

    private static Optional<String> same(String expected, String actual) {
        return expected.equals(actual) ? Optional.empty() : Optional.of(actual + " instead of " + expected);
    }

    @Override
    public void close() {
        responses.values().forEach(Response::close);
        peer.close();
    }
}
