package dev.footbridge.verification.attack;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.OptionalLong;

/**
 * An answer, as text.
 *
 * @param status 0 if the connection was closed without one
 * @param head status line and headers
 */
record Reply(int status, String head, String body) {

    static Reply of(HttpResponse response) {
        return new Reply(
                response.status(), head(response.status(), response.headers()), ((Bytes) response.body()).asUtf8());
    }

    static String head(int status, Headers headers) {
        StringBuilder head = new StringBuilder("HTTP " + status);
        headers.values()
                .forEach((name, all) -> all.forEach(
                        value -> head.append('\n').append(name).append(": ").append(value)));
        return head.toString();
    }

    /** The JSON-RPC message in it, however it is framed; empty if there is none. */
    JsonObject message() {
        int begin = body.indexOf('{');
        int end = body.lastIndexOf('}');
        return begin < 0 || end < begin
                ? JsonObject.EMPTY
                : JsonReader.readObject(body.substring(begin, end + 1)).orElse(JsonObject.EMPTY);
    }

    OptionalLong code() {
        return message().object("error").map(error -> error.integer("code")).orElse(OptionalLong.empty());
    }

    JsonObject result() {
        Json result = message().get("result");
        return result instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    String text() {
        return head + "\n" + body;
    }
}
