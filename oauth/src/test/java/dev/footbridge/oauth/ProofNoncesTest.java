package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** D3: nonces of the server, in proofs (RFC 9449 §8 and §9). */
final class ProofNoncesTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final Prover client = new Prover(issuer, clock);
    private final ProofNonces nonces = new ProofNonces(Secret.of(new byte[32]), clock);
    private final OAuthAuthenticator authenticator = new OAuthAuthenticator(
            OAuthSettings.forResource(FakeIssuer.RESOURCE)
                    .trust(issuer.trusted())
                    .proofs(Binding.ACCEPTED)
                    .nonces(true)
                    .build(),
            OAuthParts.of(clock, Log.none())
                    .withReplays(new MemoryReplays(clock))
                    .withNonces(nonces));

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Outcome outcome(String id, String nonce) {
        return authenticator.authenticate(Requests.dpop(client.token, client.proof(id, nonce)));
    }

    private void isAskedForANonce(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).status()).isEqualTo(401);
        assertThat(((Refused) outcome).challenge())
                .startsWith("DPoP error=\"use_dpop_nonce\", error_description=\"")
                .contains("resource_metadata=\"", "algs=\"ES256 ")
                .doesNotContain(nonces.current());
    }

    @Test
    void aProofWithoutTheNonceIsAskedForIt() {
        isAskedForANonce(outcome("1", ""));
        isAskedForANonce(outcome("1", "x"));
        isAskedForANonce(outcome("1", nonces.current() + "="));
        isAskedForANonce(outcome("1", ProofNonces.ofThisProcess(clock).current()));
    }

    @Test
    void theSameProofWithTheNonceIsGoodAndGoodOnce() {
        isAskedForANonce(outcome("1", ""));

        assertThat(outcome("1", nonces.current())).isInstanceOf(Identified.class);
        assertThat(((Refused) outcome("1", nonces.current())).challenge()).contains("invalid_dpop_proof");
    }

    @Test
    void aNonceIsGoodForItsPeriodAndTheNext() {
        String first = nonces.current();

        clock.forward(ProofNonces.PERIOD);
        assertThat(nonces.current()).isNotEqualTo(first);
        assertThat(outcome("1", first)).isInstanceOf(Identified.class);
        clock.forward(ProofNonces.PERIOD);
        isAskedForANonce(outcome("2", first));
        clock.forward(Duration.ofDays(-1));
        isAskedForANonce(outcome("3", first));
    }

    @Test
    void instancesWithOneKeyTakeEachOthersAndOthersDoNot() {
        ProofNonces twin = new ProofNonces(Secret.of(new byte[32]), clock);

        assertThat(nonces.isGood(twin.current())).isTrue();
        assertThat(nonces.isGood(ProofNonces.ofThisProcess(clock).current())).isFalse();
        assertThatThrownBy(() -> new ProofNonces(Secret.of(new byte[31]), clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bearerTokensNeedNone() {
        String unbound = issuer.token(issuer.claims(clock.seconds()));

        assertThat(authenticator.authenticate(Requests.bearer(unbound))).isInstanceOf(Identified.class);
    }

    @Test
    void itIsToldWithEveryRefusalAndWithEveryAnswerToAProof() {
        HttpRequest proven = Requests.dpop(client.token, "a proof");
        HttpRequest plain = Requests.with(new Headers(Map.of("authorization", List.of("Bearer x"))), "");

        assertThat(told(proven, 200)).contains(nonces.current());
        assertThat(told(proven, 401)).contains(nonces.current());
        assertThat(told(plain, 401)).contains(nonces.current());
        assertThat(told(plain, 200)).isEmpty();
    }

    private Optional<String> told(HttpRequest request, int status) {
        return nonces.around(unused -> HttpResponse.empty(status))
                .handle(request)
                .headers()
                .single("dpop-nonce");
    }

    @Test
    void settingsThatCheckNoProofsHaveNoNonces() {
        OAuthSettings.Builder settings = OAuthSettings.forResource(FakeIssuer.RESOURCE)
                .trust(issuer.trusted())
                .nonces(true);

        assertThatThrownBy(settings::build).hasMessage("nonces are for DPoP proofs, which are off");
    }
}
