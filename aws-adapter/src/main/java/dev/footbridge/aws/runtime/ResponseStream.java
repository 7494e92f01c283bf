package dev.footbridge.aws.runtime;

import java.io.IOException;
import java.io.OutputStream;
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

    /** Where the pieces go. */
    interface Sink {

        void chunk(byte[] bytes) throws IOException;

        void end(Map<String, String> trailers) throws IOException;
    }

    private final Sink sink;
    private boolean ended;

    ResponseStream(Wire wire) {
        this(new Sink() {
            @Override
            public void chunk(byte[] bytes) throws IOException {
                wire.chunk(bytes);
            }

            @Override
            public void end(Map<String, String> trailers) throws IOException {
                try (wire) {
                    wire.end(trailers);
                }
            }
        });
    }

    private ResponseStream(Sink sink) {
        this.sink = sink;
    }

    /**
     * A stream to somewhere else than Lambda: each piece is written as it comes. The end does not close {@code out}.
     */
    public static ResponseStream to(OutputStream out) {
        return new ResponseStream(new Sink() {
            @Override
            public void chunk(byte[] bytes) throws IOException {
                out.write(bytes);
                out.flush();
            }

            @Override
            public void end(Map<String, String> trailers) throws IOException {
                out.flush();
            }
        });
    }

    /** @throws IOException if Lambda takes no more of it */
    public void write(byte[] bytes) throws IOException {
        sink.chunk(bytes);
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
            sink.end(trailers);
        }
    }

    /** Ends it; doing it again does nothing. */
    @Override
    public void close() throws IOException {
        end(Map.of());
    }
}
