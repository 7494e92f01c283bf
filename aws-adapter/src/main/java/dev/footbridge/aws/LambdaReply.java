package dev.footbridge.aws;

import dev.footbridge.aws.event.EventCodec;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.HeldEventStream;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One response on its way to Lambda. In a function that streams, whole responses go the same way, because the front
 * door takes nothing else: first what it needs to begin the HTTP response, then eight zero bytes, then the body.
 */
final class LambdaReply implements LateBody.Reply {

    private static final int SEPARATOR_LENGTH = 8;

    private final EventCodec codec;
    private final JsonObject event;
    private final Invocation invocation;
    private final Responder responder;
    private Headers held = Headers.NONE;
    private @Nullable EventStream opened;
    private boolean begun;

    LambdaReply(EventCodec codec, JsonObject event, Invocation invocation, Responder responder) {
        this.codec = codec;
        this.event = event;
        this.invocation = invocation;
        this.responder = responder;
    }

    /** Headers of the response that holds the late body. */
    void holding(Headers headers) {
        this.held = headers;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void whole(HttpResponse answer) {
        begin();
        send(new HttpResponse(answer.status(), held.with(answer.headers()), answer.body()));
    }

    private void send(HttpResponse full) {
        try {
            if (invocation.live()) {
                try (ResponseStream stream = responder.stream()) {
                    stream.write(prelude(full.status(), full.headers()));
                    stream.write(full.body() instanceof Bytes bytes ? bytes.array() : new byte[0]);
                }
            } else {
                responder.whole(JsonWriter.bytes(codec.write(full, event)));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public EventStream stream() {
        begin();
        Headers head = held.with("content-type", "text/event-stream")
                .with("cache-control", "no-store")
                .with("x-accel-buffering", "no");
        EventStream stream = invocation.live()
                ? live(head)
                : new HeldEventStream(events -> send(new HttpResponse(200, head, Bytes.utf8(events))));
        opened = stream;
        return stream;
    }

    private EventStream live(Headers head) {
        try {
            ResponseStream stream = responder.stream();
            stream.write(prelude(200, head));
            return new LambdaEventStream(stream);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void finish() {
        if (opened != null) {
            opened.close();
        }
    }

    private void begin() {
        if (begun) {
            throw new IllegalStateException("answered twice");
        }
        begun = true;
    }

    private static byte[] prelude(int status, Headers headers) {
        JsonObject.Builder fields = JsonObject.builder();
        headers.values().forEach((name, values) -> {
            if (!name.equals("set-cookie")) {
                fields.put(name, String.join(", ", values));
            }
        });
        List<Json> cookies =
                headers.all("set-cookie").stream().<Json>map(Json::of).toList();
        byte[] json = JsonWriter.bytes(JsonObject.builder()
                .put("statusCode", status)
                .put("headers", fields.build())
                .put("cookies", new JsonArray(cookies))
                .build());
        return Arrays.copyOf(json, json.length + SEPARATOR_LENGTH);
    }
}
