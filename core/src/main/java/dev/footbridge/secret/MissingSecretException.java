package dev.footbridge.secret;

/** A secret that is not there. The message is for the operator: it names the secret and where it was looked for. */
public final class MissingSecretException extends RuntimeException {

    /** @param place completes "looked for in" */
    public MissingSecretException(String name, String place) {
        super("there is no secret " + name + "; looked for in " + place);
    }
}
