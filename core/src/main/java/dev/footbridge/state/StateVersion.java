package dev.footbridge.state;

/** An opaque mark of one write. Two versions are equal only if nothing was written between them. */
public record StateVersion(String tag) {

    /** The version of a value that is not there. */
    public static final StateVersion ABSENT = new StateVersion("");
}
