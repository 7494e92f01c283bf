package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One response on its way out, whole or as a stream. Used by one thread at a time. */
final class JettyReply implements LateBody.Reply {

    private final Response response;
    private final Callback done;
    private final Headers held;
    private boolean begun;
    private boolean ended;

    /** @param held headers of the response that held the late body */
    JettyReply(Response response, Callback done, Headers held) {
        this.response = response;
        this.done = done;
        this.held = held;
    }

    @Override
    public void whole(HttpResponse answer) {
        if (begun) {
            throw new IllegalStateException("answered twice");
        }
        begun = true;
        if (!(answer.body() instanceof Bytes body)) {
            throw new IllegalArgumentException("a late answer cannot hold another one");
        }
        HttpCodec.head(response, answer.status(), held.with(answer.headers()));
        finish(write(true, body.array()));
    }

    @Override
    public EventStream stream() {
        if (begun) {
            throw new IllegalStateException("answered twice");
        }
        begun = true;
        HttpCodec.head(response, 200, held.with(EventStream.HEADERS));
        return new JettyStream(this).begin();
    }

    /** Every exchange has a thread of its own. */
    @Override
    public boolean lendsThread() {
        return true;
    }

    boolean begun() {
        return begun;
    }

    /** Sends the response without completing it, so that the request can still be read. */
    boolean sendAhead(HttpResponse answer) {
        begun = true;
        HttpCodec.head(response, answer.status(), held.with(answer.headers()));
        return write(true, ((Bytes) answer.body()).array());
    }

    /** Writes and waits until the system has taken the bytes; false if the client is gone. */
    boolean write(boolean last, byte[] bytes) {
        Callback.Completable written = new Callback.Completable();
        response.write(last, ByteBuffer.wrap(bytes), written);
        try {
            written.get();
            return true;
        } catch (ExecutionException clientGone) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Completes the exchange; nothing of it may be touched afterwards. */
    void finish(boolean sound) {
        if (ended) {
            return;
        }
        ended = true;
        if (sound) {
            done.succeeded();
        } else {
            done.failed(new ClientGone());
        }
    }

    /** Tells Jetty to drop the connection. */
    private static final class ClientGone extends Exception {
        private static final long serialVersionUID = 1L;

        ClientGone() {
            super("the client has gone", null, false, false);
        }
    }
}
