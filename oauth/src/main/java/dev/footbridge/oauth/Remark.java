package dev.footbridge.oauth;

/**
 * One thing that was looked at before it had to work, and how it is. Immutable.
 *
 * @param text a sentence for the operator, which may quote what others sent; never a secret
 */
public record Remark(Level level, String text) {

    /** How bad it is. */
    public enum Level {
        /** As it must be. */
        OK,
        /** It works, and is weaker or less convenient than it could be. */
        WARNING,
        /** Clients or callers will fail, or the server will not start. */
        PROBLEM
    }

    public static Remark ok(String text) {
        return new Remark(Level.OK, text);
    }

    public static Remark warning(String text) {
        return new Remark(Level.WARNING, text);
    }

    public static Remark problem(String text) {
        return new Remark(Level.PROBLEM, text);
    }
}
