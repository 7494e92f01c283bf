package dev.footbridge.testkit.author;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.JsonText;
import dev.footbridge.testkit.MemoryPeer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one client says and hears on the wire during one operation. Used by one thread. */
final class Dialogue {

    /** The side of an era that reacts while an answer is awaited. */
    interface Era {

        /** The server asks in the middle of a call; false to give the call up. */
        boolean asked(JsonObject request);

        /** The client gives up the call that this message began. */
        void cancel(JsonObject message);
    }

    /**
     * What came back for one message.
     *
     * @param message the JSON-RPC response; empty if none came
     */
    record Answered(int status, Headers headers, boolean streamed, Optional<JsonObject> message) {

        Optional<JsonObject> result() {
            return message.flatMap(answer -> answer.object("result"));
        }
    }

    private final MemoryPeer peer;
    private final ServerLog log;
    private final int loggedBefore;
    private final Profile profile;
    private final Happenings happenings = new Happenings();
    private final Map<String, String> always = new LinkedHashMap<>();
    private int heard;
    private String lastEventId = "";
    private boolean abandoned;

    Dialogue(HttpHandler http, ServerLog log, Profile profile) {
        this.peer = new MemoryPeer(http, profile.patience);
        this.log = log;
        this.loggedBefore = log.lines().size();
        this.profile = profile;
    }

    Happenings happenings() {
        return happenings;
    }

    Profile profile() {
        return profile;
    }

    boolean abandoned() {
        return abandoned;
    }

    /** Sends the header with every message from now on. */
    void always(String name, String value) {
        always.put(name, value);
    }

    boolean hasAlways(String name) {
        return always.containsKey(name);
    }

    String lastEventId() {
        return lastEventId;
    }

    Outcome outcome(Answered answered) {
        return new Outcome(
                profile.revision,
                answered.status(),
                answered.headers(),
                answered.streamed(),
                answered.message(),
                happenings.progress,
                happenings.log,
                happenings.questions,
                log.after(loggedBefore),
                happenings.conversation());
    }

    /** Sends a message and hears what comes until the answer to it is there. */
    Answered post(JsonObject message, Map<String, String> more, Era era) {
        Map<String, String> headers = new LinkedHashMap<>(profile.envelope().headers(Optional.of(message)));
        headers.putAll(more);
        return send("POST", headers, message, era);
    }

    /** Sends a request without a body, and hears what comes for the call that the message began. */
    Answered send(String method, Map<String, String> headers, JsonObject message, Era era) {
        headers.putAll(always);
        headers.putAll(profile.headers);
        List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
        Bytes body = method.equals("POST") ? Bytes.utf8(JsonText.text(message)) : Bytes.EMPTY;
        HttpPeer.Request request = new HttpPeer.Request(method, "/mcp", all, body);
        happenings.sent(request);
        try (HttpPeer.Response response = peer.send(request)) {
            return hear(response, message, era);
        }
    }

    private Answered hear(HttpPeer.Response response, JsonObject message, Era era) {
        happenings.answered(status(response), response.headers());
        String type = response.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        Optional<JsonObject> answer = Optional.empty();
        while (answer.isEmpty() && !abandoned) {
            Optional<HttpPeer.Item> item = response.next(profile.patience);
            if (item.isEmpty()) {
                break;
            }
            item.get().id().ifPresent(id -> lastEventId = id);
            answer = taken(item.get(), message, era);
        }
        return new Answered(response.status(), response.headers(), type.startsWith("text/event-stream"), answer);
    }

    private int status(HttpPeer.Response response) {
        try {
            return response.status();
        } catch (AssertionError none) {
            throw new AssertionError(none.getMessage() + "\n" + happenings.conversation(), none);
        }
    }

    /** The answer, if the item is it. */
    private Optional<JsonObject> taken(HttpPeer.Item item, JsonObject message, Era era) {
        if (item.data().isEmpty()) {
            return Optional.empty();
        }
        happenings.came(item.data());
        Optional<JsonObject> came = object(item.data());
        if (came.isEmpty() || !came.get().has("method")) {
            return came;
        }
        boolean goesOn = true;
        if (came.get().has("id")) {
            goesOn = era.asked(came.get());
        } else {
            happenings.noticed(came.get());
        }
        heard++;
        if (!goesOn || heard >= profile.givesUpAfter) {
            happenings.abandoned();
            abandoned = true;
            era.cancel(message);
        }
        return Optional.empty();
    }

    /** Empty for a body that is none of the protocol's. */
    private static Optional<JsonObject> object(String text) {
        try {
            Json json = JsonReader.read(text);
            return json instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException foreign) {
            return Optional.empty();
        }
    }
}
