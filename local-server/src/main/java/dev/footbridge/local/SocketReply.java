package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;

/** One response on its way out, whole or as a stream. Used by one thread at a time. */
final class SocketReply implements LateBody.Reply {

    private static final byte[] NOTHING = new byte[0];
    private static final int SHORT = 32 << 10;

    private final ClientSocket socket;
    private final Form form;
    private final Ending ending;
    private Headers held = Headers.NONE;
    private boolean begun;
    private boolean streamed;
    private boolean ended;

    /**
     * What the request leaves to the response.
     *
     * @param bodyless for HEAD
     * @param chunked false for clients that know the end of a stream by the end of the connection only
     * @param persistent false to close the connection behind this response, and to say so
     */
    record Form(boolean bodyless, boolean chunked, boolean persistent) {}

    /** Is told once that a response is complete, by the thread that completed it. */
    @FunctionalInterface
    interface Ending {
        /**
         * Ends it.
         *
         * @param reusable whether the connection can carry another one
         * @param streamed whether the thread may go on working, see {@link EventStream#close}
         */
        void ended(boolean reusable, boolean streamed);
    }

    SocketReply(ClientSocket socket, Form form, Ending ending) {
        this.socket = socket;
        this.form = form;
        this.ending = ending;
    }

    /** Keeps the headers of the response that held a late body. */
    SocketReply hold(Headers headers) {
        held = headers;
        return this;
    }

    @Override
    public void whole(HttpResponse answer) {
        if (!(answer.body() instanceof Bytes body)) {
            throw new IllegalArgumentException("a late answer cannot hold another one");
        }
        begin();
        ResponseHead head = new ResponseHead(answer.status(), held.with(answer.headers()));
        // RFC 9110 §6.4.1 and §8.6: these have no content, and so no length.
        boolean empty = answer.status() == 204 || answer.status() == 304;
        // §8.6: a HEAD tells the length that GET would have, or none where the body was left out before.
        boolean unknown = form.bodyless() && body.length() == 0;
        if (!empty && !unknown) {
            head.with("content-length", Integer.toString(body.length()));
        }
        closing(head);
        finish(send(head, empty || form.bodyless() ? NOTHING : body.array()));
    }

    @Override
    public EventStream stream() {
        begin();
        streamed = true;
        ResponseHead head = new ResponseHead(200, held.with(EventStream.HEADERS));
        boolean chunked = form.chunked() && !form.bodyless();
        if (chunked) {
            head.with("transfer-encoding", "chunked");
        }
        closing(head);
        SocketStream stream = new SocketStream(this, chunked).begin(head.before(NOTHING));
        if (form.bodyless()) {
            stream.close();
        }
        return stream;
    }

    /** What is short goes out, and arrives, at once; what is long is not copied. */
    private boolean send(ResponseHead head, byte[] body) {
        return body.length <= SHORT
                ? socket.write(head.before(body))
                : socket.write(head.before(NOTHING)) && socket.write(body);
    }

    /** A call that is given up keeps this thread, and the connection goes on with another one. */
    @Override
    public boolean lendsThread() {
        return true;
    }

    boolean begun() {
        return begun;
    }

    /** False if the client is gone. */
    boolean write(byte[] bytes) {
        return socket.write(bytes);
    }

    /** @param sound false if the response broke off, and the client must notice */
    void finish(boolean sound) {
        if (!ended) {
            ended = true;
            ending.ended(sound && form.persistent(), streamed);
        }
    }

    private void begin() {
        if (begun) {
            throw new IllegalStateException("answered twice");
        }
        begun = true;
    }

    private void closing(ResponseHead head) {
        if (!form.persistent()) {
            head.with("connection", "close");
        }
    }
}
