package dev.footbridge.aws.sigv4;

import java.time.Duration;

/**
 * How long a service of AWS is waited for.
 *
 * @param step for connecting, and for each wait for bytes
 * @param whole for everything that one call does, its second try included
 */
public record AwsPatience(Duration step, Duration whole) {

    /** A cold start pays its TLS handshake within the first step. */
    public static final AwsPatience USUAL = new AwsPatience(Duration.ofSeconds(1), Duration.ofMillis(2500));
}
