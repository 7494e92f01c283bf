package dev.footbridge.call;

/**
 * Nothing can be kept under this handle for this caller. A tool that lets it pass has told the client enough: it gets
 * {@link #text}, and the log the message. Neither quotes the handle.
 */
public final class UnusableHandle extends IllegalArgumentException {

    private final String text;

    UnusableHandle(String message, String text) {
        super(message);
        this.text = text;
    }

    /** The sentence for the client. */
    public String text() {
        return text;
    }
}
