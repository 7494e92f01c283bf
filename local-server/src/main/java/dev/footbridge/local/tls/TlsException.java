package dev.footbridge.local.tls;

/** Why keys or certificates cannot be used: one sentence that names the file and nothing of its content. */
public final class TlsException extends Exception {

    private static final long serialVersionUID = 1L;

    TlsException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
