package dev.footbridge.feature;

/**
 * A failure the model is told about. The client gets the message and nothing else: of a tool as the text of a result
 * that is an error, of a prompt or a resource as the message of a JSON-RPC error. Say what to do next, and quote
 * nothing secret. Nothing of it is logged; a record of the call says only that the tool failed. Whatever else a tool
 * throws is the opposite: it is logged with its cause, and the client gets a neutral sentence with a reference to that
 * line.
 */
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
