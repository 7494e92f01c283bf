package dev.footbridge.aws.sigv4;

import dev.footbridge.json.JsonObject;

/**
 * What a service of AWS answered.
 *
 * @param error the name of its exception, such as {@code ResourceNotFoundException}; empty if it did what was asked
 */
public record AwsAnswer(String error, JsonObject body) {

    public boolean isDone() {
        return error.isEmpty();
    }

    /** What the service says about its error; for the operator. */
    public String message() {
        return body.string("message").or(() -> body.string("Message")).orElse("it says no more");
    }
}
