package dev.footbridge.aws;

import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.ServerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An open event stream through Lambda, which does not say when the client has gone: the function runs to its end and is
 * paid for.
 */
final class LambdaEventStream implements EventStream {

    private static final byte[] COMMENT = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ResponseStream stream;
    private boolean open = true;

    LambdaEventStream(ResponseStream stream) {
        this.stream = stream;
    }

    @Override
    public boolean send(ServerEvent event) {
        return send(event.wireText().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean keepAlive() {
        return send(COMMENT);
    }

    private boolean send(byte[] bytes) {
        if (open) {
            try {
                stream.write(bytes);
            } catch (IOException gone) {
                open = false;
            }
        }
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                stream.close();
            } catch (IOException alreadyGone) {
                // nobody is left to be told
            }
        }
    }
}
