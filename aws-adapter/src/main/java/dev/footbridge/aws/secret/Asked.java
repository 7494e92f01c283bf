package dev.footbridge.aws.secret;

import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsException;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.CredentialsException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;

/** One question to a vault. Stateless. */
final class Asked {

    private Asked() {}

    static JsonObject of(AwsService service, String operation, JsonObject request, SecretSource source, String place) {
        String reference = source.scheme() + ":" + place;
        try {
            AwsAnswer answer = service.call(operation, request);
            if (answer.isDone()) {
                return answer.body();
            }
            throw new SecretSourceException(
                    reference + " cannot be read: " + answer.error() + ": " + answer.message(), null);
        } catch (AwsException | CredentialsException unanswered) {
            throw new SecretSourceException(reference + " cannot be read: " + unanswered.getMessage(), unanswered);
        }
    }
}
