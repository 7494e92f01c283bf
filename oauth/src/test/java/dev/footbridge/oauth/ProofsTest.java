package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D1 to D3: tokens that are bound to a key. */
final class ProofsTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final ECKey key = FakeIssuer.ec("proof");
    private final String token = issuer.token(bound());
    private final OAuthAuthenticator authenticator = authenticator(Binding.ACCEPTED, Replays.NONE);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private OAuthAuthenticator authenticator(Binding proofs, Replays replays) {
        return new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(issuer.trusted())
                        .proofs(proofs)
                        .build(),
                OAuthParts.of(clock, Log.none()).withReplays(replays));
    }

    private String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private JsonObject bound() {
        return issuer.claims(clock.seconds()).with("cnf", JsonObject.of("jkt", thumbprint()));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK());
    }

    private JsonObject claims() {
        return JsonObject.builder()
                .put("htm", "POST")
                .put("htu", FakeIssuer.RESOURCE)
                .put("ath", Base64Url.sha256(token))
                .put("iat", clock.seconds())
                .put("jti", "proof-1")
                .build();
    }

    private String proof(JsonObject claims) {
        return FakeIssuer.sign(header().build(), claims, FakeIssuer.signer(key));
    }

    private static Refused refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).status()).isEqualTo(401);
        return (Refused) outcome;
    }

    private void refusesProof(String... proofs) {
        assertThat(refused(authenticator.authenticate(Requests.dpop(token, proofs)))
                        .challenge())
                .startsWith("DPoP error=\"invalid_dpop_proof\", error_description=\"")
                .contains("algs=\"ES256 ");
    }

    @Test
    void aTokenWithItsProofIsACaller() {
        Identified found = (Identified) authenticator.authenticate(Requests.dpop(token, proof(claims())));

        assertThat(found.caller().confirmation()).isEqualTo(thumbprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mcp.example.com/mcp?x=1",
                "https://mcp.example.com/mcp#x",
                "https://MCP.example.com:443/mcp",
                "HTTPS://mcp.example.com/mcp"
            })
    void theUrlIsComparedWithoutWhatDoesNotMatter(String url) {
        assertThat(authenticator.authenticate(Requests.dpop(token, proof(claims().with("htu", Json.of(url))))))
                .isInstanceOf(Identified.class);
    }

    @ParameterizedTest
    @CsvSource({
        "htm, GET",
        "htm, post",
        "htm, ''",
        "htu, https://mcp.example.com/other",
        "htu, http://mcp.example.com/mcp",
        "htu, https://mcp.example.com:8443/mcp",
        "htu, https://x@mcp.example.com/mcp",
        "htu, /mcp",
        "htu, ' '",
        "ath, x",
        "ath, ''",
        "jti, ''",
        "iat, now"
    })
    void aWrongTextRefusesTheProof(String name, String value) {
        refusesProof(proof(claims().with(name, Json.of(value))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"htm", "htu", "ath", "jti", "iat"})
    void aMissingClaimRefusesTheProof(String name) {
        refusesProof(proof(claims().without(name)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -100_000})
    void aProofIsOfNow(long seconds) {
        refusesProof(proof(claims().with("iat", Json.of(clock.seconds() + seconds))));
    }

    @Test
    void aLongNameOfAProofIsRefused() {
        refusesProof(proof(claims().with("jti", Json.of("x".repeat(257)))));
    }

    @Test
    void thereIsOneProof() {
        refusesProof();
        refusesProof(proof(claims()), proof(claims()));
        refusesProof(proof(claims()) + ", " + proof(claims()));
        refusesProof("x");
        refusesProof(proof(claims()) + "=");
    }

    @Test
    void itsTypeIsThatOfAProof() {
        for (String typ : List.of("jwt", "at+jwt", "dpop")) {
            JWSHeader header = header().type(new JOSEObjectType(typ)).build();
            refusesProof(FakeIssuer.sign(header, claims(), FakeIssuer.signer(key)));
        }
    }

    @Test
    void itBringsAPublicKeyWhichIsTheTokens() {
        ECKey other = FakeIssuer.ec("other");
        refusesProof(FakeIssuer.sign(header().jwk(other.toPublicJWK()).build(), claims(), FakeIssuer.signer(other)));
        refusesProof(FakeIssuer.sign(header().build(), claims(), FakeIssuer.signer(other)));
        refusesProof(FakeIssuer.sign(header().jwk(null).build(), claims(), FakeIssuer.signer(key)));
        refusesProof(withPrivateKey());
    }

    @Test
    void aSignatureByAnotherKeyThanTheTokensIsNotEvenVerified() {
        ECKey other = FakeIssuer.ec("other");
        String unverifiable =
                FakeIssuer.sign(header().jwk(other.toPublicJWK()).build(), claims(), FakeIssuer.signer(key));

        assertThat(refused(authenticator.authenticate(Requests.dpop(token, unverifiable)))
                        .challenge())
                .contains("another key than the token's");
    }

    /** The library writes no such header itself. */
    private String withPrivateKey() {
        String header = "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + key.toJSONString() + "}";
        String text = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + Base64Url.encode(JsonWriter.bytes(claims()));
        try {
            return text + "." + FakeIssuer.signer(key).sign(header().build(), text.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void sharedSecretsProveNothing() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();

        refusesProof(FakeIssuer.sign(
                header, claims(), new MACSigner(key.toECPublicKey().getEncoded())));
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        assertThat(refused(authenticator.authenticate(Requests.bearer(token))).challenge())
                .startsWith("Bearer error=\"invalid_token\"");
        HttpRequest withProof = Requests.with(
                new Headers(Map.of("authorization", List.of("Bearer " + token), "dpop", List.of(proof(claims())))), "");
        refused(authenticator.authenticate(withProof));
    }

    @Test
    void anUnboundTokenIsABearerTokenWhateverElseIsSent() {
        String unbound = issuer.token(issuer.claims(clock.seconds()));
        HttpRequest stray = Requests.with(
                new Headers(Map.of("authorization", List.of("Bearer " + unbound), "dpop", List.of("stray"))), "");

        assertThat(authenticator.authenticate(stray)).isInstanceOf(Identified.class);
        refused(authenticator.authenticate(Requests.dpop(unbound, proof(claims()))));
    }

    @Test
    void whereProofsAreNotCheckedBoundTokensAreRefused() {
        OAuthAuthenticator off = authenticator(Binding.OFF, Replays.NONE);

        refused(off.authenticate(Requests.dpop(token, proof(claims()))));
        refused(off.authenticate(Requests.bearer(token)));
    }

    @Test
    void whereProofsAreRequiredUnboundTokensAreRefused() {
        OAuthAuthenticator required = authenticator(Binding.REQUIRED, Replays.NONE);

        refused(required.authenticate(Requests.bearer(issuer.token(issuer.claims(clock.seconds())))));
        assertThat(required.authenticate(Requests.dpop(token, proof(claims())))).isInstanceOf(Identified.class);
        assertThat(required.challenge()).startsWith("DPoP resource_metadata=");
        assertThat(authenticator.challenge()).startsWith("Bearer ").contains(", DPoP algs=");
    }

    @Test
    void aProofIsGoodOnceWhereTheyAreRemembered() {
        Set<String> seen = new HashSet<>();
        OAuthAuthenticator remembering =
                authenticator(Binding.ACCEPTED, (proofKey, id, until) -> seen.add(proofKey + " " + id));
        HttpRequest request = Requests.dpop(token, proof(claims()));

        assertThat(remembering.authenticate(request)).isInstanceOf(Identified.class);
        refused(remembering.authenticate(request));
        assertThat(authenticator.authenticate(request)).isInstanceOf(Identified.class);
        assertThat(authenticator.authenticate(request)).isInstanceOf(Identified.class);
    }
}
