package dev.footbridge.aws.runtime;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of the Runtime API for one thread. A connection is kept between calls, and replaced after a stream, which
 * Lambda wants closed, and after a snapshot was restored, which no connection survives.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final int FIRST_FAILURE = 300;

    private final String endpoint;
    private @Nullable Wire kept;

    RuntimeApi(String endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * One invocation.
     *
     * @param tenant whom the environment is set aside for; empty where it is for everybody
     */
    record Next(String requestId, Instant deadline, String tenant, Bytes event) {}

    /** Waits for the next invocation; in a warm environment that may take hours. */
    Next next() throws IOException {
        Wire.Answer answer = good(wire().get(ROOT + "invocation/next"));
        return new Next(
                answer.header("lambda-runtime-aws-request-id"),
                deadline(answer.header("lambda-runtime-deadline-ms")),
                answer.header("lambda-runtime-aws-tenant-id"),
                answer.body());
    }

    private static Instant deadline(String millis) {
        return millis.isEmpty() ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    void respond(String requestId, byte[] json) throws IOException {
        good(wire().post(ROOT + "invocation/" + requestId + "/response", JSON, json));
    }

    /** The connection is the stream's alone, and ends with it. */
    ResponseStream stream(String requestId) throws IOException {
        Wire own = wire();
        kept = null;
        own.begin(ROOT + "invocation/" + requestId + "/response", ResponseStream.HEADERS);
        return new ResponseStream(own);
    }

    void fail(String requestId, String type, String message) throws IOException {
        report("invocation/" + requestId + "/error", type, message);
    }

    /** The function cannot be made; the process should end after it. */
    void failInit(String type, String message) throws IOException {
        report("init/error", type, message);
    }

    /** Returns when the snapshot was taken and restored. */
    void awaitRestore() throws IOException {
        good(wire().get(ROOT + "restore/next"));
        drop();
    }

    void failRestore(String type, String message) throws IOException {
        report("restore/error", type, message);
    }

    private void report(String path, String type, String message) throws IOException {
        JsonObject error = JsonObject.builder()
                .put("errorType", type)
                .put("errorMessage", message)
                .put("stackTrace", JsonArray.of())
                .build();
        good(wire().post(
                        ROOT + path,
                        Map.of("Content-Type", "application/json", "Lambda-Runtime-Function-Error-Type", type),
                        JsonWriter.bytes(error)));
    }

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private Wire wire() throws IOException {
        Wire wire = kept;
        if (wire == null) {
            wire = Wire.open(endpoint);
            kept = wire;
        }
        return wire;
    }

    private Wire.Answer good(Wire.Answer answer) throws IOException {
        if (answer.header("connection").equalsIgnoreCase("close")) {
            drop();
        }
        if (answer.status() >= FIRST_FAILURE) {
            throw new IOException("the Runtime API answered " + answer.status());
        }
        return answer;
    }

    void drop() throws IOException {
        Wire wire = kept;
        kept = null;
        if (wire != null) {
            wire.close();
        }
    }
}
