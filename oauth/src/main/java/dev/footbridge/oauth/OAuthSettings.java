package dev.footbridge.oauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose tokens this server takes, and for what. Immutable.
 *
 * @param resource the public URL of this server, as clients write it; never worked out from a request
 * @param issuers whose signed tokens are taken
 * @param introspector who is asked about other tokens
 * @param clockSkew how far clocks may be apart, at most 30 seconds
 * @param maxLifetime how long a token may live from {@code iat} to {@code exp}
 * @param scopes what every caller needs; named in challenges and metadata
 * @param scopePrefix what clients write before each scope when they ask for it, and tokens do not; empty for nothing
 * @param hierarchy which scopes hold others
 * @param proofs tokens bound to a key that signs a proof for each request (DPoP, RFC 9449)
 * @param nonces whether a proof must have a nonce of this server in it (RFC 9449 §9)
 * @param certificates tokens bound to a client certificate (RFC 8705)
 */
public record OAuthSettings(
        String resource,
        List<TrustedIssuer> issuers,
        Optional<Introspector> introspector,
        Duration clockSkew,
        Duration maxLifetime,
        Set<String> scopes,
        String scopePrefix,
        ScopeHierarchy hierarchy,
        Binding proofs,
        boolean nonces,
        Binding certificates) {

    private static final Duration MAX_SKEW = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException with all mistakes in one text */
    public OAuthSettings {
        issuers = List.copyOf(issuers);
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        List<String> problems = new ArrayList<>();
        Endpoints.checkCanonical("the resource URL", resource, problems);
        checkIssuers(issuers, introspector, problems);
        checkTimes(clockSkew, maxLifetime, problems);
        checkScopes(scopes, scopePrefix, problems);
        if (nonces && proofs == Binding.OFF) {
            problems.add("nonces are for DPoP proofs, which are off");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void checkIssuers(
            List<TrustedIssuer> issuers, Optional<Introspector> introspector, List<String> problems) {
        if (issuers.isEmpty() && introspector.isEmpty()) {
            problems.add("at least one issuer must be trusted");
        }
        if (issuers.stream().map(TrustedIssuer::issuer).distinct().count() < issuers.size()) {
            problems.add("an issuer is named twice");
        }
    }

    private static void checkTimes(Duration clockSkew, Duration maxLifetime, List<String> problems) {
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_SKEW) > 0) {
            problems.add("clocks may be apart by 0 to 30 seconds");
        }
        if (maxLifetime.isNegative() || maxLifetime.isZero()) {
            problems.add("a token must be allowed to live for some time");
        }
    }

    private static void checkScopes(Set<String> scopes, String prefix, List<String> problems) {
        if (scopes.contains("offline_access")) {
            problems.add("offline_access is between a client and its issuer: no server asks for it");
        }
        if (!scopes.stream().allMatch(OAuthSettings::isScope) || !isScope("x" + prefix)) {
            problems.add("a scope is printable ASCII without blank, quote and backslash");
        }
    }

    public static Builder forResource(String url) {
        return new Builder(url);
    }

    /** The issuers a client may get a token from, as they spell themselves. */
    List<String> authorizationServers() {
        Set<String> all = new LinkedHashSet<>();
        issuers.stream().filter(TrustedIssuer::advertised).forEach(issuer -> all.add(issuer.issuer()));
        introspector.ifPresent(asked -> all.add(asked.issuer()));
        return List.copyOf(all);
    }

    /** Scopes as a client asks its issuer for them. */
    List<String> asked(Set<String> wanted) {
        return wanted.stream().map(scope -> scopePrefix + scope).toList();
    }

    /** What an operator has to be told at start: each place where these settings are weaker than the standards. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (TrustedIssuer issuer : issuers) {
            note(issuer.issuer(), issuer.audience().notice(), notices);
            if (!issuer.types().equals(Set.of(TokenType.ACCESS_TOKEN))) {
                note(issuer.issuer(), "tokens are taken that are not marked at+jwt: " + issuer.types(), notices);
            }
        }
        introspector.ifPresent(asked -> note(asked.issuer(), asked.audience().notice(), notices));
        return List.copyOf(notices);
    }

    private static void note(String issuer, String notice, List<String> notices) {
        if (!notice.isEmpty()) {
            notices.add(issuer + ": " + notice);
        }
    }

    /** RFC 6749 §3.3: what can stand in a challenge without breaking out of it. */
    static boolean isScope(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\');
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private final String resource;
        private final List<TrustedIssuer> issuers = new ArrayList<>();
        private Optional<Introspector> introspector = Optional.empty();
        private Duration clockSkew = MAX_SKEW;
        private Duration maxLifetime = Duration.ofHours(24);
        private Set<String> scopes = Set.of();
        private String scopePrefix = "";
        private ScopeHierarchy hierarchy = ScopeHierarchy.FLAT;
        private Binding proofs = Binding.OFF;
        private boolean nonces;
        private Binding certificates = Binding.OFF;

        private Builder(String resource) {
            this.resource = resource;
        }

        public Builder trust(TrustedIssuer issuer) {
            issuers.add(issuer);
            return this;
        }

        public Builder ask(Introspector value) {
            this.introspector = Optional.of(value);
            return this;
        }

        public Builder clockSkew(Duration value) {
            this.clockSkew = value;
            return this;
        }

        public Builder maxLifetime(Duration value) {
            this.maxLifetime = value;
            return this;
        }

        public Builder scopes(Set<String> value) {
            this.scopes = value;
            return this;
        }

        public Builder scopePrefix(String value) {
            this.scopePrefix = value;
            return this;
        }

        public Builder hierarchy(ScopeHierarchy value) {
            this.hierarchy = value;
            return this;
        }

        public Builder proofs(Binding value) {
            this.proofs = value;
            return this;
        }

        public Builder nonces(boolean value) {
            this.nonces = value;
            return this;
        }

        public Builder certificates(Binding value) {
            this.certificates = value;
            return this;
        }

        /** @throws IllegalArgumentException with all mistakes in one text */
        public OAuthSettings build() {
            return new OAuthSettings(
                    resource,
                    issuers,
                    introspector,
                    clockSkew,
                    maxLifetime,
                    scopes,
                    scopePrefix,
                    hierarchy,
                    proofs,
                    nonces,
                    certificates);
        }
    }
}
