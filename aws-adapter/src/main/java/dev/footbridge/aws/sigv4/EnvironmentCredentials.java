package dev.footbridge.aws.sigv4;

import dev.footbridge.secret.Secret;
import java.time.Instant;
import java.util.Map;

/** Keys in the variables that Lambda sets for its functions, and people for their tools. Immutable. */
final class EnvironmentCredentials implements CredentialSource {

    static final String KEY_ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
    private static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";

    private final Map<String, String> environment;

    EnvironmentCredentials(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public AwsCredentials get() {
        String secretKey = environment.getOrDefault(SECRET_KEY, "");
        if (secretKey.isEmpty()) {
            throw new CredentialsException(KEY_ID + " is set, " + SECRET_KEY + " is not", null);
        }
        String token = environment.getOrDefault(SESSION_TOKEN, "");
        return new AwsCredentials(
                environment.getOrDefault(KEY_ID, ""),
                Secret.ofText(secretKey),
                token.isEmpty() ? null : Secret.ofText(token),
                Instant.MAX);
    }

    /** They are those of the process for as long as it lives. */
    @Override
    public void renew() {}
}
