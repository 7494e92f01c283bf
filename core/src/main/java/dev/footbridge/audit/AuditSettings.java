package dev.footbridge.audit;

/**
 * How much is recorded.
 *
 * @param arguments what is kept of the arguments of calls
 * @param plainSubjects whether callers are named by their own names and not by keyed digests
 */
public record AuditSettings(Detail arguments, boolean plainSubjects) {

    /** Nothing that could be read as a person's data. */
    public static final AuditSettings DEFAULTS = new AuditSettings(Detail.DIGEST, false);

    /** How much of a value is kept. */
    public enum Detail {
        /** A keyed digest and the length. */
        DIGEST,
        /** Besides, the value without what looks like a secret, long texts cut. */
        REDACTED
    }
}
