package dev.footbridge.aws;

import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.nio.charset.StandardCharsets;

/** Keeps one whole answer. Not thread-safe. */
final class HeldAnswer implements Responder {

    private JsonObject held = JsonObject.EMPTY;

    /** What was answered; empty if nothing was, or nothing that is an object. */
    JsonObject json() {
        return held;
    }

    @Override
    public void whole(byte[] json) {
        held = JsonReader.readObject(new String(json, StandardCharsets.UTF_8)).orElse(JsonObject.EMPTY);
    }

    @Override
    public ResponseStream stream() {
        throw new UnsupportedOperationException("this is answered whole");
    }
}
