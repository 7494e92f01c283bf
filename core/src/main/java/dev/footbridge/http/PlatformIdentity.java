package dev.footbridge.http;

import java.util.Map;
import java.util.Optional;

/**
 * Who sends a request, as the platform says that has verified it: never anything that a client can write itself. Made
 * by adapters only. Immutable.
 *
 * @param kind what the platform verified
 * @param facts what it found, under the platform's own names
 */
public record PlatformIdentity(Kind kind, Map<String, String> facts) {

    /** What a platform can verify. */
    public enum Kind {
        /** A request signed with AWS credentials (Signature Version 4). */
        AWS_IAM,
        /** The claims of a token that a gateway checked. */
        CLAIMS,
        /** What a gateway's own authorizer function said. */
        AUTHORIZER,
        /** A sign-in that Azure's App Service Authentication checked. */
        ENTRA
    }

    public PlatformIdentity {
        facts = Map.copyOf(facts);
    }

    /** A fact that is there and not empty. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name)).filter(text -> !text.isEmpty());
    }
}
