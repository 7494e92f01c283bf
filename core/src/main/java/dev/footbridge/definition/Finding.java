package dev.footbridge.definition;

/**
 * Something in a definition that looks wrong.
 *
 * @param error whether no server should offer it; otherwise a person should look at it
 * @param place of which feature, and where in what is told about it, as a JSON Pointer
 */
public record Finding(boolean error, String place, String sentence) {

    @Override
    public String toString() {
        return (error ? "error: " : "warning: ") + place + " " + sentence;
    }
}
