package dev.footbridge.aws.sigv4;

import dev.footbridge.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request to AWS is signed with. Immutable; its text shows no secret.
 *
 * @param sessionToken goes along with keys that were given for a while
 * @param end from when on AWS refuses them; {@link Instant#MAX} where nobody said
 */
public record AwsCredentials(
        String keyId, Secret secretKey, @Nullable Secret sessionToken, Instant end) {}
