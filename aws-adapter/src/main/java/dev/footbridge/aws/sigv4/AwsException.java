package dev.footbridge.aws.sigv4;

import org.jspecify.annotations.Nullable;

/** A service of AWS gave no answer. Whether it did what was asked is unknown. The message is for the operator. */
public final class AwsException extends RuntimeException {

    public AwsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
