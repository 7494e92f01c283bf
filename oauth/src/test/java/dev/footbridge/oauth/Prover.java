package dev.footbridge.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;

/** A client with a token that is bound to its key, and proofs for it. */
final class Prover {

    final String token;

    private final ECKey key = FakeIssuer.ec("proof");
    private final Clock clock;

    Prover(FakeIssuer issuer, Clock clock) {
        this.clock = clock;
        try {
            String thumbprint = key.computeThumbprint().toString();
            this.token = issuer.token(issuer.claims(clock.seconds()).with("cnf", JsonObject.of("jkt", thumbprint)));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A proof of now, with a nonce unless that is empty. */
    String proof(String id, String nonce) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        JsonObject claims = JsonObject.builder()
                .put("htm", "POST")
                .put("htu", FakeIssuer.RESOURCE)
                .put("ath", Base64Url.sha256(token))
                .put("iat", clock.seconds())
                .put("jti", id)
                .build();
        return FakeIssuer.sign(
                header, nonce.isEmpty() ? claims : claims.with("nonce", Json.of(nonce)), FakeIssuer.signer(key));
    }
}
