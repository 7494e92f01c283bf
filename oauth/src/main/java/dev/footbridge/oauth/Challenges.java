package dev.footbridge.oauth;

import dev.footbridge.security.Authenticator.Refused;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What {@code WWW-Authenticate} says: where the metadata is and which scopes are needed (RFC 9728 §5.1, RFC 6750 §3).
 * Made of configuration and of our own sentences only. Thread-safe.
 */
public final class Challenges {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final OAuthSettings settings;

    public Challenges(OAuthSettings settings) {
        this.settings = settings;
    }

    /** Where the metadata of the resource is: the well-known path is put before the resource's own (RFC 9728 §3.1). */
    static List<String> metadataPaths(String resource) {
        String path = URI.create(resource).getRawPath();
        return path.isEmpty() ? List.of(WELL_KNOWN) : List.of(WELL_KNOWN, WELL_KNOWN + path);
    }

    /** For a request without a credential, which is told no error (RFC 6750 §3.1). */
    public String missing() {
        String ask = parameters("", "", settings.scopes());
        return switch (settings.proofs()) {
            case OFF -> "Bearer " + ask;
            case ACCEPTED -> "Bearer " + ask + ", DPoP " + algorithms();
            case REQUIRED -> "DPoP " + ask + ", " + algorithms();
        };
    }

    /**
     * The refusal of an operation that the token is not enough for, with everything the operation needs in it.
     *
     * @param scopes all scopes of the operation, whatever the caller has already
     * @throws IllegalArgumentException if one of them is no scope
     */
    public Refused insufficientScope(Set<String> scopes) {
        if (!scopes.stream().allMatch(OAuthSettings::isScope)) {
            throw new IllegalArgumentException("a scope is printable ASCII without blank, quote and backslash");
        }
        return refused(TokenException.scope("The token does not allow this."), scopes);
    }

    Refused refused(TokenException why) {
        return refused(why, settings.scopes());
    }

    private Refused refused(TokenException why, Set<String> scopes) {
        TokenException.Reason reason = why.reason();
        String challenge = switch (reason) {
            case UNAVAILABLE -> "";
            case MISSING -> missing();
            case INVALID_PROOF, NEEDS_NONCE ->
                "DPoP " + parameters(reason.error(), why.sentence(), scopes) + ", " + algorithms();
            default -> scheme() + parameters(reason.error(), why.sentence(), scopes);
        };
        return new Refused(reason.status(), challenge, why.sentence());
    }

    private String scheme() {
        return settings.proofs() == Binding.REQUIRED ? "DPoP " : "Bearer ";
    }

    private String parameters(String error, String description, Set<String> scopes) {
        StringBuilder text = new StringBuilder();
        if (!error.isEmpty()) {
            text.append("error=\"").append(error).append("\", error_description=\"");
            text.append(description).append("\", ");
        }
        text.append("resource_metadata=\"").append(metadataUrl()).append('"');
        if (!scopes.isEmpty()) {
            text.append(", scope=\"")
                    .append(String.join(" ", settings.asked(scopes)))
                    .append('"');
        }
        return text.toString();
    }

    private String metadataUrl() {
        List<String> paths = metadataPaths(settings.resource());
        return Endpoints.origin(URI.create(settings.resource())) + paths.get(paths.size() - 1);
    }

    private static String algorithms() {
        return "algs=\"" + Algorithms.listed() + '"';
    }
}
