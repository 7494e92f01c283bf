package dev.footbridge.aws;

import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.FunctionRefusals;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One response on its way through a function that streams. Whole responses go the same way, because the front door
 * takes nothing else: first what it needs to begin the HTTP response, then eight zero bytes, then the body. Used by one
 * thread.
 */
final class StreamedReply implements LateBody.Reply {

    private static final int SEPARATOR_LENGTH = 8;

    private final Responder responder;
    private final Headers held;
    private @Nullable EventStream opened;
    private boolean begun;

    private StreamedReply(Responder responder, Headers held) {
        this.responder = responder;
        this.held = held;
    }

    /** Sends it to its end; an internal error, which is logged, if a late body never came. */
    static void send(HttpResponse response, String requestId, Responder responder, Log log) {
        if (!(response.body() instanceof LateBody late)) {
            new StreamedReply(responder, Headers.NONE).whole(response);
            return;
        }
        StreamedReply reply = new StreamedReply(responder, response.headers());
        late.answer(reply);
        if (!reply.begun) {
            reply.whole(FunctionRefusals.withoutAnswer(requestId, log));
        }
        if (reply.opened != null) {
            reply.opened.close();
        }
    }

    @Override
    public void whole(HttpResponse answer) {
        try (ResponseStream stream = begin(answer.status(), held.with(answer.headers()))) {
            stream.write(answer.body() instanceof Bytes bytes ? bytes.array() : new byte[0]);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public EventStream stream() {
        try {
            EventStream stream = new LambdaEventStream(begin(200, held.with(EventStream.HEADERS)));
            opened = stream;
            return stream;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private ResponseStream begin(int status, Headers headers) throws IOException {
        if (begun) {
            throw new IllegalStateException("answered twice");
        }
        begun = true;
        ResponseStream stream = responder.stream();
        stream.write(prelude(status, headers));
        return stream;
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
