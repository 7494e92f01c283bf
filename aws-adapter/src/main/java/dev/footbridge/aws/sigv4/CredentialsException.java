package dev.footbridge.aws.sigv4;

import org.jspecify.annotations.Nullable;

/** There are no credentials for AWS. The message is for the operator: it says where they were looked for. */
public final class CredentialsException extends RuntimeException {

    public CredentialsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
