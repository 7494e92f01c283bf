package dev.footbridge.oauth;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An access token (RFC 9068) for this server as its issuer would write it, but signed by nobody: to load what looking
 * at one takes. Immutable.
 */
record NobodysToken(JsonObject header, JsonObject payload, int signatureLength) {

    /** Of several the one that most issuers sign with. */
    private static final List<String> USUAL = List.of("RS256", "ES256", "EdDSA");

    /** Empty where no key is there that it could be signed with. */
    static Optional<NobodysToken> of(TrustedIssuer issuer, KeyTable keys, String resource, Instant now) {
        for (Map.Entry<String, List<SigningKey>> key : keys.byId().entrySet()) {
            for (String algorithm : USUAL) {
                SigningKey first = key.getValue().get(0);
                if (issuer.algorithms().contains(algorithm) && first.isFor(algorithm)) {
                    JsonObject header = header(issuer, key.getKey(), algorithm);
                    JsonObject payload = payload(issuer.issuer(), resource, now);
                    return Optional.of(new NobodysToken(header, payload, first.signatureLength()));
                }
            }
        }
        return Optional.empty();
    }

    private static JsonObject header(TrustedIssuer issuer, String keyId, String algorithm) {
        return JsonObject.builder()
                .put("alg", algorithm)
                .put("typ", issuer.types().iterator().next().typ())
                .put("kid", keyId)
                .build();
    }

    private static JsonObject payload(String issuer, String resource, Instant now) {
        return JsonObject.builder()
                .put("iss", issuer)
                .put("aud", resource)
                .put("sub", "prime")
                .put("client_id", "prime")
                .put("jti", "prime")
                .put("scope", "prime")
                .put("iat", Json.of(now.getEpochSecond()))
                .put("exp", Json.of(now.getEpochSecond() + 60))
                .build();
    }

    Claims claims() {
        return new Claims(payload);
    }

    /** With a signature as long as a real one, so that the whole of the arithmetic is done. */
    String text() {
        byte[] signature = new byte[signatureLength];
        Arrays.fill(signature, (byte) 1);
        return Base64Url.encode(JsonWriter.bytes(header)) + "." + Base64Url.encode(JsonWriter.bytes(payload)) + "."
                + Base64Url.encode(signature);
    }
}
