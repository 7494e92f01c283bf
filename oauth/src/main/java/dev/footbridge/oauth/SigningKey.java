package dev.footbridge.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A public key that signatures are held against, and the algorithms it is for. Thread-safe.
 *
 * <p>A key is for the algorithms of its own kind only, so that the header of a token cannot choose what is done with it
 * (RFC 8725 §2.1).
 */
final class SigningKey {

    /** Members of private and of shared keys, none of which anybody may show. */
    private static final List<String> SECRETS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final Json VERIFY = Json.of("verify");
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    /** A signature takes the longer to verify, the longer this is; issuers have 65537, of 17 bits. */
    private static final int MAX_RSA_EXPONENT_BITS = 64;

    private final Set<String> algorithms;
    private final JWSVerifier verifier;
    private final JWK key;

    private SigningKey(Set<String> algorithms, JWSVerifier verifier, JWK key) {
        this.algorithms = algorithms;
        this.verifier = verifier;
        this.key = key;
    }

    /** The key in a JWK (RFC 7517); empty for one that no token may be verified with, for whatever reason. */
    static Optional<SigningKey> of(JsonObject jwk) {
        if (SECRETS.stream().anyMatch(jwk::has) || !isForSignatures(jwk)) {
            return Optional.empty();
        }
        try {
            JWK key = key(jwk);
            Set<String> algorithms = algorithms(key, jwk);
            return algorithms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SigningKey(algorithms, verifier(key), key));
        } catch (JOSEException | IllegalArgumentException | IllegalStateException unusable) {
            return Optional.empty();
        }
    }

    /** Built of its members: the library's own parser brings a second JSON library with it, at every start. */
    private static JWK key(JsonObject jwk) {
        return switch (member(jwk, "kty")) {
            case "RSA" -> new RSAKey.Builder(number(jwk, "n"), number(jwk, "e")).build();
            case "EC" -> new ECKey.Builder(Curve.parse(member(jwk, "crv")), number(jwk, "x"), number(jwk, "y")).build();
            case "OKP" -> new OctetKeyPair.Builder(Curve.parse(member(jwk, "crv")), number(jwk, "x")).build();
            default -> throw new IllegalArgumentException("a key of another kind");
        };
    }

    private static Base64URL number(JsonObject jwk, String name) {
        return new Base64URL(member(jwk, name));
    }

    private static String member(JsonObject jwk, String name) {
        return jwk.string(name).orElseThrow(() -> new IllegalArgumentException("no text in " + name));
    }

    private static boolean isForSignatures(JsonObject jwk) {
        boolean use = !jwk.has("use") || jwk.string("use").orElse("").equals("sig");
        boolean operations = !jwk.has("key_ops")
                || jwk.array("key_ops").orElse(JsonArray.EMPTY).items().contains(VERIFY);
        return use && operations;
    }

    private static Set<String> algorithms(JWK key, JsonObject jwk) {
        Set<String> ofKind = algorithmsOfKind(key);
        if (!jwk.has("alg")) {
            return ofKind;
        }
        String own = member(jwk, "alg");
        if (!ofKind.contains(own)) {
            return Set.of();
        }
        return Algorithms.EDWARDS.contains(own) ? Algorithms.EDWARDS : Set.of(own);
    }

    private static Set<String> algorithmsOfKind(JWK jwk) {
        if (jwk instanceof RSAKey rsa) {
            return isOfSize(rsa) ? Algorithms.RSA : Set.of();
        }
        if (jwk instanceof ECKey ec) {
            return ofCurve(ec.getCurve());
        }
        return jwk instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())
                ? Algorithms.EDWARDS
                : Set.of();
    }

    private static boolean isOfSize(RSAKey rsa) {
        int bits = rsa.getModulus().decodeToBigInteger().bitLength();
        int exponentBits = rsa.getPublicExponent().decodeToBigInteger().bitLength();
        return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS && exponentBits <= MAX_RSA_EXPONENT_BITS;
    }

    private static Set<String> ofCurve(Curve curve) {
        if (curve.equals(Curve.P_256)) {
            return Set.of("ES256");
        }
        if (curve.equals(Curve.P_384)) {
            return Set.of("ES384");
        }
        return curve.equals(Curve.P_521) ? Set.of("ES512") : Set.of();
    }

    private static JWSVerifier verifier(JWK jwk) throws JOSEException {
        if (jwk instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        return jwk instanceof ECKey ec
                ? new ECDSAVerifier(ec)
                : new EdwardsVerifier(((OctetKeyPair) jwk).getDecodedX());
    }

    /** The SHA-256 thumbprint of the key (RFC 7638), encoded. */
    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /** How many bytes a signature by this key has. */
    int signatureLength() {
        return key instanceof RSAKey rsa ? rsa.getModulus().decode().length : (key.size() + 7) / 8 * 2;
    }

    boolean isFor(String algorithm) {
        return algorithms.contains(algorithm);
    }

    /** True if the token was signed with the private half of this key, by an algorithm that the key is for. */
    boolean verifies(CompactToken token, String algorithm) {
        if (!isFor(algorithm)) {
            return false;
        }
        try {
            return verifier.verify(
                    new JWSHeader(JWSAlgorithm.parse(algorithm)),
                    token.signed().array(),
                    Base64URL.encode(token.signature().array()));
        } catch (JOSEException unreadable) {
            return false;
        }
    }
}
