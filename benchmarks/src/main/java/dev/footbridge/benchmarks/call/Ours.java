package dev.footbridge.benchmarks.call;

import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.testkit.author.TestCall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Our own ways from bytes to bytes. */
final class Ours {

    private static final TestCall CALL = TestCall.builder().build();

    private final Tool tool = Objects.requireNonNull(Sample.FEATURES.tools().get(Sample.TOOL));
    private final JsonObject tree = parsed(Sample.ARGUMENT_BYTES);
    private final Walk walk = Walk.of(server -> {}, Map.of());
    private final Bytes message = Bytes.of(Sample.request(Walk.META).getBytes(StandardCharsets.UTF_8));
    private Bytes answer = Bytes.EMPTY;
    private final Conversation conversation = Walk.builder().build().converse(Caller.ANONYMOUS, sent -> answer = sent);

    /** Decode, validate, run and encode: from parsed arguments to a result. */
    ToolResult fromTree() throws Exception {
        return tool.body().call(tree, CALL);
    }

    /** The same from bytes to bytes. */
    byte[] fromBytes() throws Exception {
        ToolResult result = tool.body().call(parsed(Sample.ARGUMENT_BYTES), CALL);
        return JsonWriter.bytes(Objects.requireNonNull(result.structured()));
    }

    /** From the text of a JSON-RPC request to the bytes of its response, through the server as over stdio. */
    byte[] message() {
        conversation.receive(message);
        return answer.array();
    }

    /** From an HTTP request to the bytes of its response. */
    byte[] walk() {
        return walk.once();
    }

    private static JsonObject parsed(byte[] bytes) {
        try {
            return (JsonObject) JsonReader.read(bytes);
        } catch (JsonException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
