package dev.footbridge.local;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.ServerEvent;
import java.nio.charset.StandardCharsets;

/** An open event stream; every event is one write that reaches the system before the next. */
final class JettyStream implements EventStream {

    private static final byte[] COMMENT = ": keep-alive\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT_END = "\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = new byte[0];

    private final JettyReply reply;
    private boolean open = true;

    JettyStream(JettyReply reply) {
        this.reply = reply;
    }

    /** Sends the headers at once: a client waits for them before it listens. */
    JettyStream begin() {
        send(NOTHING);
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
            reply.finish(reply.write(true, NOTHING));
        }
    }

    private boolean send(byte[] bytes) {
        if (!open) {
            return false;
        }
        open = reply.write(false, bytes);
        if (!open) {
            reply.finish(false);
        }
        return open;
    }
}
