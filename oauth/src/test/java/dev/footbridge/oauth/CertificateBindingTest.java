package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** D4: tokens that are bound to a certificate (RFC 8705 §3). */
final class CertificateBindingTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final byte[] digest = new byte[32];
    private final String unbound = issuer.token(issuer.claims(clock.seconds()));
    private final String bound = issuer.token(
            issuer.claims(clock.seconds()).with("cnf", JsonObject.of("x5t#S256", Base64Url.encode(digest))));

    @AfterEach
    void stop() {
        issuer.close();
    }

    private boolean accepted(String token, Binding certificates, Optional<byte[]> shown) {
        OAuthAuthenticator authenticator = new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(issuer.trusted())
                        .certificates(certificates)
                        .build(),
                OAuthParts.of(clock, Log.none()).withCertificates(request -> shown));
        if (authenticator.authenticate(Requests.bearer(token)) instanceof Identified found) {
            return token.equals(unbound) || found.caller().confirmation().equals(Base64Url.encode(digest));
        }
        assertThat(((Refused) authenticator.authenticate(Requests.bearer(token))).status())
                .isEqualTo(401);
        return false;
    }

    @Test
    void theTokenNeedsItsCertificate() {
        byte[] other = digest.clone();
        other[31] = 1;

        assertThat(accepted(bound, Binding.ACCEPTED, Optional.of(digest))).isTrue();
        assertThat(accepted(bound, Binding.ACCEPTED, Optional.of(other))).isFalse();
        assertThat(accepted(bound, Binding.ACCEPTED, Optional.of(new byte[0]))).isFalse();
        assertThat(accepted(bound, Binding.ACCEPTED, Optional.empty())).isFalse();
    }

    @Test
    void whereCertificatesAreNotCheckedBoundTokensAreRefused() {
        assertThat(accepted(bound, Binding.OFF, Optional.of(digest))).isFalse();
    }

    @Test
    void whereCertificatesAreRequiredUnboundTokensAreRefused() {
        assertThat(accepted(unbound, Binding.ACCEPTED, Optional.of(digest))).isTrue();
        assertThat(accepted(unbound, Binding.REQUIRED, Optional.of(digest))).isFalse();
        assertThat(accepted(bound, Binding.REQUIRED, Optional.of(digest))).isTrue();
    }
}
