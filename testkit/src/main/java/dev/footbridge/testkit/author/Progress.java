package dev.footbridge.testkit.author;

/**
 * One report of progress.
 *
 * @param total 0 if it was not given
 * @param message empty if there was none; clients of 2024-11-05 never get one
 */
public record Progress(double done, double total, String message) {

    public static Progress of(double done, double total) {
        return new Progress(done, total, "");
    }

    public static Progress of(double done, double total, String message) {
        return new Progress(done, total, message);
    }
}
