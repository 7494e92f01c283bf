package dev.footbridge.azure.caller;

/** A sign-in that cannot be read without a guess. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String what;

    UnreadableException(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    String what() {
        return what;
    }
}
