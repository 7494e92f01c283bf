package dev.footbridge.testkit.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One invocation, and what the function answers to it while it does. Thread-safe. */
public final class Answered {

    private static final byte[] END = new byte[0];

    private final String requestId;
    private final byte[] event;
    private final Instant deadline;
    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String kind = "";
    private volatile boolean streamed;
    private volatile Map<String, String> trailers = Map.of();

    Answered(String requestId, byte[] event, Instant deadline) {
        this.requestId = requestId;
        this.event = event.clone();
        this.deadline = deadline;
    }

    public String requestId() {
        return requestId;
    }

    byte[] event() {
        return event;
    }

    Instant deadline() {
        return deadline;
    }

    /** @param how {@code response} or {@code error} */
    void take(String how, Http.Request request, Http http) throws IOException {
        streamed = request.header("lambda-runtime-function-response-mode").equals("streaming");
        kind = how;
        try {
            trailers = http.body(request, chunks::add);
        } finally {
            chunks.add(END);
            done.countDown();
        }
    }

    /** The next part of the answer as it came; empty once it is complete. */
    public byte[] chunk() throws InterruptedException {
        byte[] chunk = chunks.poll(30, TimeUnit.SECONDS);
        if (chunk == null) {
            throw new AssertionError("nothing came");
        }
        return chunk;
    }

    /**
     * The next part of the answer as it came; empty once it is complete.
     *
     * @throws TimeoutException if it does not come until the deadline
     */
    byte[] chunkInTime() throws InterruptedException, TimeoutException {
        long left = Duration.between(Instant.now(), deadline).toMillis();
        byte[] chunk = chunks.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
        if (chunk == null) {
            throw new TimeoutException("no answer until " + deadline);
        }
        return chunk;
    }

    /** The whole answer, once it is complete. */
    public byte[] all() throws InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    /** {@link #all} as text. */
    public String text() throws InterruptedException {
        return new String(all(), StandardCharsets.UTF_8);
    }

    /** True for an answer that is an error of the function's. Known once the answer has begun. */
    public boolean failed() {
        return kind.equals("error");
    }

    public boolean streamed() {
        return streamed;
    }

    /** What was said after the body of a stream; names in lower case. Waits for the end. */
    public Map<String, String> trailers() throws InterruptedException {
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the answer never ended");
        }
        return trailers;
    }
}
