package dev.footbridge.argument;

/**
 * One thing wrong with a value.
 *
 * @param path where, as a JSON Pointer (RFC 6901), empty for the value itself
 * @param message what a model must change, in one short clause that quotes no value
 */
public record Problem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
