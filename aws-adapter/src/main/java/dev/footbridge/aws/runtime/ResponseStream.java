package dev.footbridge.aws.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A response that is sent while the invocation runs. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">
 *     Response streaming of custom runtimes</a>
 */
public final class ResponseStream implements AutoCloseable {

    static final Map<String, String> HEADERS = Map.of(
            "Lambda-Runtime-Function-Response-Mode", "streaming",
            "Content-Type", "application/vnd.awslambda.http-integration-response",
            "Trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");

    private final Wire wire;
    private boolean ended;

    ResponseStream(Wire wire) {
        this.wire = wire;
    }

    /** @throws IOException if Lambda takes no more of it */
    public void write(byte[] bytes) throws IOException {
        wire.chunk(bytes);
    }

    /** Ends it as a failure: what was sent so far stays sent. */
    public void fail(String type, String json) throws IOException {
        end(Map.of(
                "Lambda-Runtime-Function-Error-Type",
                type,
                "Lambda-Runtime-Function-Error-Body",
                Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))));
    }

    private void end(Map<String, String> trailers) throws IOException {
        if (!ended) {
            ended = true;
            try (wire) {
                wire.end(trailers);
            }
        }
    }

    /** Ends it; doing it again does nothing. */
    @Override
    public void close() throws IOException {
        end(Map.of());
    }
}
