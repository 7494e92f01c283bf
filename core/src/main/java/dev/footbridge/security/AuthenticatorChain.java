package dev.footbridge.security;

import dev.footbridge.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several kinds of credentials for one server. A request brings exactly one of them: with none it is challenged, and
 * with two it is refused, because whoever looks at one of them only could be made to see another caller (RFC 6750 §2).
 *
 * @param authenticators in the order in which they are named to clients
 */
public record AuthenticatorChain(List<Authenticator> authenticators) implements Authenticator {

    private static final Refused TWO =
            new Refused(400, "", "The request brings more than one credential: send exactly one.");

    /** @throws IllegalArgumentException if there is nobody in it: then nobody could call */
    public AuthenticatorChain {
        authenticators = List.copyOf(authenticators);
        if (authenticators.isEmpty()) {
            throw new IllegalArgumentException("a chain needs at least one authenticator");
        }
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        Authenticator claimant = null;
        for (Authenticator candidate : authenticators) {
            if (candidate.claims(request)) {
                if (claimant != null) {
                    return TWO;
                }
                claimant = candidate;
            }
        }
        return claimant == null
                ? new Refused(401, challenge(), "Authentication is required.")
                : claimant.authenticate(request);
    }

    @Override
    public void prime() {
        authenticators.forEach(Authenticator::prime);
    }

    @Override
    public String stepUp(Set<String> scopes) {
        return authenticators.stream()
                .map(authenticator -> authenticator.stepUp(scopes))
                .filter(challenge -> !challenge.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String challenge() {
        return authenticators.stream()
                .map(Authenticator::challenge)
                .filter(challenge -> !challenge.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
