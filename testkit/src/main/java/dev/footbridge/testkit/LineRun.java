package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One run of a transcript over a line channel. Where the transcript has labels, answers of several requests share the
 * channel, and a message is looked for among all that have come; without labels the order must be exact.
 */
final class LineRun {

    private static final String MARK = "end-of-transcript";

    private final Transcript transcript;
    private final LinePeer peer;
    private final TranscriptRunner runner;
    private final Envelope envelope;
    private final Notebook notebook = new Notebook();
    private final Deque<Json> waiting = new ArrayDeque<>();

    LineRun(Transcript transcript, LinePeer peer, TranscriptRunner runner) {
        this.transcript = transcript;
        this.peer = peer;
        this.runner = runner;
        this.envelope = Envelope.of(transcript);
    }

    void play() {
        try (peer) {
            if (envelope.legacy()) {
                handshake();
            }
            for (Transcript.Step step : transcript.steps()) {
                if (step instanceof Transcript.Send send) {
                    send(notebook.fill(send.text()));
                } else if (step instanceof Transcript.Expect expect) {
                    expect(expect);
                } else if (step instanceof Transcript.Command command) {
                    runner.command(command.text());
                }
            }
            nothingMoreIsSaid();
        }
    }

    private void handshake() {
        JsonObject opening = envelope.initialize();
        notebook.asked(opening);
        peer.send(JsonText.text(opening));
        if (receive().isEmpty()) {
            throw TranscriptRunner.failed(transcript, 0, "the handshake was not answered");
        }
        send("- notifications/initialized");
    }

    private void send(String text) {
        Optional<JsonObject> message = ShortForm.message(text, envelope);
        message.ifPresent(notebook::asked);
        peer.send(message.map(json -> JsonText.text(json)).orElseGet(() -> text.substring("raw ".length())));
    }

    private void expect(Transcript.Expect expect) {
        String text = expect.text();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return;
        }
        Optional<String> problem = transcript.hasLabels() ? anywhere(text) : next(text);
        problem.ifPresent(difference -> {
            throw TranscriptRunner.failed(transcript, expect.line(), difference);
        });
    }

    private Optional<String> next(String expected) {
        return receive().map(json -> notebook.differs(expected, json)).orElse(Optional.of("nothing (more) came"));
    }

    private Optional<String> anywhere(String expected) {
        Optional<String> problem = Optional.of("nothing came");
        for (Iterator<Json> old = waiting.iterator(); old.hasNext(); ) {
            problem = notebook.differs(expected, old.next());
            if (problem.isEmpty()) {
                old.remove();
                return problem;
            }
        }
        for (Optional<Json> json = receive(); json.isPresent(); json = receive()) {
            problem = notebook.differs(expected, json.get());
            if (problem.isEmpty()) {
                return problem;
            }
            waiting.add(json.get());
        }
        return problem;
    }

    /**
     * A request that every revision refuses, under an id of its own: if its answer comes next, nothing else was sent.
     */
    private void nothingMoreIsSaid() {
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"" + MARK + "\",\"method\":\"mark\"}");
        Json json = waiting.isEmpty() ? receive().orElse(JsonObject.EMPTY) : waiting.peek();
        if (!(json instanceof JsonObject object)
                || !object.string("id").orElse("").equals(MARK)) {
            throw TranscriptRunner.failed(
                    transcript, transcript.steps().size(), "unexpected at the end: " + JsonText.text(json));
        }
    }

    private Optional<Json> receive() {
        return peer.next(runner.patience()).map(line -> {
            Json json = JsonText.json(line);
            List<Json> messages = json instanceof JsonArray batch ? batch.items() : List.of(json);
            for (Json each : messages) {
                if (each instanceof JsonObject object) {
                    String revision = envelope.revision().equals("none") ? "" : envelope.revision();
                    runner.watch().sent(revision, notebook.methodAnsweredBy(object), object);
                }
            }
            return json;
        });
    }
}
