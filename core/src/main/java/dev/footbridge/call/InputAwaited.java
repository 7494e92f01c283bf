package dev.footbridge.call;

import dev.footbridge.json.Json;
import java.util.Map;

/**
 * Leaves a handler whose questions have gone to the client; the handler runs again when the answers are here. Not an
 * error: handlers let it pass.
 */
public final class InputAwaited extends RuntimeException {

    private final transient Map<String, InputRequest<?>> requests;
    private final transient Map<String, Json> answered;

    /**
     * @param requests what is still to be answered
     * @param answered the answers of this call's earlier rounds, to be carried to the next one
     */
    public InputAwaited(Map<String, InputRequest<?>> requests, Map<String, Json> answered) {
        super("waiting for input from the client", null, false, false);
        this.requests = Map.copyOf(requests);
        this.answered = Map.copyOf(answered);
    }

    public Map<String, InputRequest<?>> requests() {
        return requests;
    }

    public Map<String, Json> answered() {
        return answered;
    }
}
