package dev.footbridge.feature;

/** A failure the model is told about. The message is sent to the client: say what to do next, quote nothing secret. */
public final class ToolFailure extends RuntimeException {

    public ToolFailure(String message) {
        super(message, null, false, false);
    }

    /** @return the sentence for the client, never null */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
