package dev.footbridge.security;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.CertificateRules.Use;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Client certificates (RFC 8705), as the platform hands them over in {@code Arrival}; no header is ever looked at. The
 * caller is the certificate's first URI, else its first host name, else its first e-mail address, else the hash of its
 * key. Times and the deny list are looked at for every request, since connections outlive both.
 *
 * <p>Clients get one sentence for every certificate that is refused; the log says why.
 */
public final class MutualTlsAuthenticator implements Authenticator {

    /** No scheme is registered for certificates, and RFC 9110 §11.6.1 wants one. */
    private static final String CHALLENGE = "ClientCertificate";

    private static final Refused MISSING = new Refused(401, CHALLENGE, "A client certificate is required.");
    private static final Refused WRONG = new Refused(401, CHALLENGE, "The client certificate is not accepted.");
    private static final Refused UNKNOWN_NOW =
            new Refused(503, "", "The client certificate cannot be checked at the moment. Try again later.");

    private final CertificateRules rules;
    private final InstantSource clock;
    private final Log log;

    public MutualTlsAuthenticator(CertificateRules rules, InstantSource clock, Log log) {
        this.rules = rules;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public boolean claims(HttpRequest request) {
        return rules.use() == Use.CREDENTIAL && request.arrival().certificate().isPresent();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        Optional<ClientCertificate> shown = request.arrival().certificate();
        if (rules.use() == Use.ADDITIONAL || shown.isEmpty()) {
            return MISSING;
        }
        return refusal(shown.get(), request).<Outcome>map(refused -> refused).orElseGet(() -> identified(shown.get()));
    }

    /** The other one decides who calls, if the certificate of the request, where it has one, is a good one. */
    public Authenticator beside(Authenticator other) {
        return new Beside(this, other);
    }

    private Optional<Refused> refusal(ClientCertificate shown, HttpRequest request) {
        String id = request.arrival().requestId();
        try {
            String why = objection(shown);
            if (why.isEmpty()) {
                return Optional.empty();
            }
            log.warn(id, "client certificate " + shown.serial() + " is refused: " + why);
            return Optional.of(WRONG);
        } catch (RuntimeException unreadable) {
            log.error(id, "client certificates cannot be checked", unreadable);
            return Optional.of(UNKNOWN_NOW);
        }
    }

    /** Empty for a certificate that is good. */
    private String objection(ClientCertificate shown) {
        Instant now = clock.instant();
        if (now.isBefore(shown.notBefore()) || now.isAfter(shown.notAfter())) {
            return "it is too early or too late";
        }
        if (!shown.forClients()) {
            return "its extended key usage does not name TLS clients";
        }
        if (rules.denied().get().denies(shown)) {
            return "it is on the deny list";
        }
        Optional<AlternativeName> name = CertificateNames.of(shown);
        if (name.isPresent() && !CertificateNames.isSound(name.get())) {
            return "its name is malformed";
        }
        return rules.allowed().get().allows(shown, name) ? "" : "it is not one of those that are allowed";
    }

    private Outcome identified(ClientCertificate shown) {
        String subject = CertificateNames.of(shown)
                .map(AlternativeName::text)
                .orElseGet(() -> CertificateNames.KEY + shown.keyThumbprint());
        return new Identified(Caller.named("mtls:" + rules.trust(), subject, AuthMethod.MTLS)
                .client(shown.thumbprint())
                .credentialId(shown.serial())
                .confirmation(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(shown.sha256().array()))
                .build());
    }

    /** A certificate that only stands beside the credential of another kind. */
    private record Beside(MutualTlsAuthenticator certificates, Authenticator other) implements Authenticator {

        @Override
        public Outcome authenticate(HttpRequest request) {
            return request.arrival()
                    .certificate()
                    .flatMap(shown -> certificates.refusal(shown, request))
                    .<Outcome>map(refused -> refused)
                    .orElseGet(() -> other.authenticate(request));
        }

        @Override
        public boolean claims(HttpRequest request) {
            return other.claims(request);
        }

        @Override
        public String challenge() {
            return other.challenge();
        }

        @Override
        public String stepUp(Set<String> scopes) {
            return other.stepUp(scopes);
        }
    }
}
