package dev.footbridge.local.deploy;

/** One thing that was looked at before a deployment. */
public record Remark(Level level, String text) {

    /** What it means for the deployment. */
    public enum Level {
        OK,
        /** Good to know; nothing fails for it yet. */
        NOTE,
        MISSING
    }

    public static Remark ok(String text) {
        return new Remark(Level.OK, text);
    }

    public static Remark note(String text) {
        return new Remark(Level.NOTE, text);
    }

    public static Remark missing(String text) {
        return new Remark(Level.MISSING, text);
    }
}
