package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request whole, within its limits of size and time. Used by one thread. */
final class BodyReader {

    private final Request request;
    private final int maxBytes;
    private final long endNanos;
    private final Semaphore ready = new Semaphore(0);

    BodyReader(Request request, Limits limits) {
        this.request = request;
        this.maxBytes = limits.maxBodyBytes();
        this.endNanos = System.nanoTime() + limits.bodyTime().toNanos();
    }

    /** A body that will not be read further, and the answer to it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse answer;

        private Refused(HttpResponse answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        HttpResponse answer() {
            return answer;
        }
    }

    Bytes read() throws Refused, InterruptedException {
        long declared = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (declared > maxBytes) {
            throw new Refused(AdapterRefusals.TOO_LARGE);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(declared, 0));
        boolean last = false;
        while (!last) {
            Content.Chunk chunk = next();
            byte[] part = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(part);
            last = chunk.isLast();
            chunk.release();
            body.writeBytes(part);
            if (body.size() > maxBytes) {
                throw new Refused(AdapterRefusals.TOO_LARGE);
            }
        }
        return Bytes.of(body.toByteArray());
    }

    /**
     * Takes in what a refused client is still sending, for at most a second and as much again as is allowed: closing on
     * unread bytes resets the connection, and the client would never see the answer.
     */
    void discard() throws InterruptedException {
        long until =
                Math.min(endNanos, System.nanoTime() + Duration.ofSeconds(1).toNanos());
        int left = maxBytes;
        while (left > 0) {
            Content.Chunk chunk = nextOrNull(until);
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return;
            }
            left -= chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                return;
            }
        }
    }

    private Content.Chunk next() throws Refused, InterruptedException {
        Content.Chunk chunk = nextOrNull(endNanos);
        if (chunk == null) {
            throw new Refused(AdapterRefusals.TIMED_OUT);
        }
        if (Content.Chunk.isFailure(chunk)) {
            boolean slow = chunk.getFailure() instanceof TimeoutException;
            throw new Refused(slow ? AdapterRefusals.TIMED_OUT : AdapterRefusals.CUT_OFF);
        }
        return chunk;
    }

    private Content.@Nullable Chunk nextOrNull(long until) throws InterruptedException {
        Content.Chunk chunk = request.read();
        while (chunk == null) {
            request.demand(ready::release);
            if (!ready.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return null;
            }
            chunk = request.read();
        }
        return chunk;
    }
}
