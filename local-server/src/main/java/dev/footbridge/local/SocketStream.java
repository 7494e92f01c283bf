package dev.footbridge.local;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An open event stream; every event is one chunk (RFC 9112 §7.1) and one write, which ends before the next begins. */
final class SocketStream implements EventStream {

    private static final byte[] COMMENT = ascii(": keep-alive\n");
    private static final byte[] COMMENT_END = ascii("\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

    private final SocketReply reply;
    private final boolean chunked;
    private boolean open = true;

    SocketStream(SocketReply reply, boolean chunked) {
        this.reply = reply;
        this.chunked = chunked;
    }

    /** Sends the headers at once: a client waits for them before it listens. */
    SocketStream begin(byte[] head) {
        write(head);
        return this;
    }

    @Override
    public boolean send(ServerEvent event) {
        return send(event.wireText().getBytes(StandardCharsets.UTF_8));
    }

    /** In two writes: the first one to a closed socket only provokes the reset, and the second one meets it. */
    @Override
    public boolean keepAlive() {
        return send(COMMENT) && send(COMMENT_END);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            reply.finish(chunked && reply.write(LAST_CHUNK));
        }
    }

    private boolean send(byte[] bytes) {
        return open && write(chunked ? chunk(bytes) : bytes);
    }

    private boolean write(byte[] bytes) {
        open = reply.write(bytes);
        if (!open) {
            reply.finish(false);
        }
        return open;
    }

    private static byte[] chunk(byte[] bytes) {
        byte[] size = ascii(Integer.toHexString(bytes.length) + "\r\n");
        byte[] chunk = Arrays.copyOf(size, size.length + bytes.length + 2);
        System.arraycopy(bytes, 0, chunk, size.length, bytes.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return chunk;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
