package dev.footbridge.function;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.ServerEvent;
import java.util.function.Consumer;

/**
 * The events of a function that answers whole: the client gets them together, when the last one is known. Not
 * thread-safe.
 */
final class HeldEventStream implements EventStream {

    private final StringBuilder events = new StringBuilder();
    private final Consumer<String> whole;
    private boolean open = true;

    /** @param whole takes the body when the stream is closed */
    HeldEventStream(Consumer<String> whole) {
        this.whole = whole;
    }

    @Override
    public boolean send(ServerEvent event) {
        if (open) {
            events.append(event.wireText());
        }
        return open;
    }

    /** Nobody would see it before the end. */
    @Override
    public boolean keepAlive() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            whole.accept(events.toString());
        }
    }
}
