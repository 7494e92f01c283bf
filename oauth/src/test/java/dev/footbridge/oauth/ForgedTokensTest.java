package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C6, C7, C10: headers and signatures that are not what they should be. */
final class ForgedTokensTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final FakeIssuer other = new FakeIssuer("k2");
    private final OAuthAuthenticator authenticator = new OAuthAuthenticator(
            OAuthSettings.forResource(FakeIssuer.RESOURCE)
                    .trust(issuer.trusted())
                    .trust(other.trusted())
                    .build(),
            OAuthParts.of(clock, Log.none()));

    @AfterEach
    void stop() {
        issuer.close();
        other.close();
    }

    private boolean accepted(String token) {
        return authenticator.authenticate(Requests.bearer(token)) instanceof Identified;
    }

    private JsonObject good() {
        return issuer.claims(clock.seconds());
    }

    private String signed(JWSHeader header) {
        return FakeIssuer.sign(header, good(), FakeIssuer.signer(issuer.key));
    }

    private static String segment(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noneIsNoAlgorithm() {
        for (String alg : List.of("none", "None", "NONE", "")) {
            String header = segment("{\"alg\":\"" + alg + "\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}");
            String unsigned = header + "." + segment(JsonWriter.text(good())) + ".";

            assertThat(accepted(unsigned)).isFalse();
            assertThat(accepted(unsigned + "AA")).isFalse();
        }
        assertThat(issuer.hits).as("refused before a key was looked for").hasValue(0);
    }

    @Test
    void aPublicKeyIsNoSharedSecret() throws JOSEException {
        byte[] known = issuer.key.toECPublicKey().getEncoded();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("k1")
                .build();

        assertThat(accepted(FakeIssuer.sign(header, good(), new MACSigner(known))))
                .isFalse();
        assertThat(issuer.hits).hasValue(0);
    }

    @Test
    void anIssuersKeySignsForThatIssuerOnly() {
        JWSHeader header = issuer.header().build();
        JsonObject forged = other.claims(clock.seconds());

        assertThat(accepted(FakeIssuer.sign(header, forged, FakeIssuer.signer(issuer.key))))
                .isFalse();
        assertThat(accepted(other.token(forged))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "id+jwt", "dpop+jwt", "application/jwt", "at+jwt2", ""})
    void theTypeMustBeThatOfAnAccessToken(String typ) {
        assertThat(accepted(signed(issuer.header().type(new JOSEObjectType(typ)).build())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt"})
    void theTypeHasTwoFormsAndNoCase(String typ) {
        assertThat(accepted(signed(issuer.header().type(new JOSEObjectType(typ)).build())))
                .isTrue();
    }

    @Test
    void aTokenMustNameItsKey() {
        assertThat(accepted(signed(issuer.header().keyID(null).build()))).isFalse();
        assertThat(accepted(signed(issuer.header().keyID("").build()))).isFalse();
        assertThat(accepted(signed(issuer.header().keyID("k2").build()))).isFalse();
    }

    @Test
    void criticalExtensionsAreNotUnderstood() {
        assertThat(accepted(signed(issuer.header()
                        .criticalParams(Set.of("exp"))
                        .customParam("exp", 1)
                        .build())))
                .isFalse();
    }

    @Test
    void aKeyInTheTokenIsNotLookedAt() {
        ECKey own = FakeIssuer.ec("k1");
        JWSHeader header = issuer.header()
                .jwk(own.toPublicJWK())
                .jwkURL(URI.create(other.url() + "/jwks"))
                .x509CertURL(URI.create(other.url() + "/x5u"))
                .build();

        assertThat(accepted(FakeIssuer.sign(header, good(), FakeIssuer.signer(own))))
                .isFalse();
        assertThat(other.hits).hasValue(0);
        assertThat(accepted(signed(header))).isTrue();
    }

    @Test
    void aTokenHasOneSpelling() {
        String token = issuer.token(good());
        String last = token.substring(token.length() - 1);
        int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(last);
        String twin = token.substring(0, token.length() - 1)
                + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(value ^ 1);

        assertThat(accepted(token)).isTrue();
        assertThat(List.of(
                        token + "=",
                        token + "==",
                        token + "\n",
                        token.substring(0, token.length() - 5) + "\n" + token.substring(token.length() - 5),
                        twin,
                        token + ".",
                        "." + token,
                        token.replaceFirst("\\.", "=."),
                        token + "A"))
                .noneMatch(this::accepted);
    }

    @Test
    void membersThatComeTwiceAreRefused() {
        String claims = JsonWriter.text(good());
        String twice = claims.substring(0, claims.length() - 1) + ",\"sub\":\"admin\"}";
        JWSHeader header = issuer.header().build();
        String signedBytes = header.toBase64URL() + "." + segment(twice);
        try {
            Base64URL signature =
                    FakeIssuer.signer(issuer.key).sign(header, signedBytes.getBytes(StandardCharsets.US_ASCII));

            assertThat(accepted(signedBytes + "." + signature)).isFalse();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void noMutationOfATokenIsAccepted() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String token = issuer.token(good());
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~+/";
        for (int i = 0; i < 2000; i++) {
            int at = random.nextInt(token.length());
            char changed = alphabet.charAt(random.nextInt(alphabet.length()));
            String mutant = token.substring(0, at) + changed + token.substring(at + 1);

            assertThat(accepted(mutant))
                    .as("seed %d, %s at %d", seed, changed, at)
                    .isEqualTo(mutant.equals(token));
        }
    }

    @Test
    void rsaKeysVerifyBothPaddingsAndNoOtherFamily() throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("r1").generate();
        issuer.body = FakeIssuer.set(rsa.toPublicJWK(), issuer.key.toPublicJWK());

        for (JWSAlgorithm alg : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            assertThat(accepted(rsa(alg, "r1", rsa))).isTrue();
        }
        assertThat(accepted(rsa(JWSAlgorithm.RS512, "r1", rsa)))
                .as("not on the list")
                .isFalse();
        assertThat(accepted(rsa(JWSAlgorithm.RS256, "k1", rsa)))
                .as("a key of the other kind")
                .isFalse();
    }

    private String rsa(JWSAlgorithm alg, String keyId, RSAKey key) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(alg)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keyId)
                .build();
        return FakeIssuer.sign(header, good(), new RSASSASigner(key));
    }

    @Test
    void edwardsKeysAreVerifiedByTheJdk() throws GeneralSecurityException {
        String text = segment("{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"e1\"}") + "."
                + segment(JsonWriter.text(good()));
        byte[] signed = edwards(text);

        assertThat(accepted(text + "." + Base64Url.encode(signed))).isTrue();
        signed[3] ^= 1;
        assertThat(accepted(text + "." + Base64Url.encode(signed))).isFalse();
        assertThat(accepted(text + "." + Base64Url.encode(new byte[64]))).isFalse();
    }

    /** The JDK takes bytes behind a signature for nothing; found by MutationsTest. */
    @Test
    void anEdwardsSignatureHasOneForm() throws GeneralSecurityException {
        String text = segment("{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"e1\"}") + "."
                + segment(JsonWriter.text(good()));
        byte[] signed = edwards(text);
        byte[] plusOrder = signed.clone();
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        BigInteger sum = BigInteger.ZERO;
        for (int i = 63; i >= 32; i--) {
            sum = sum.shiftLeft(8).add(BigInteger.valueOf(signed[i] & 0xFF));
        }
        sum = sum.add(order);
        for (int i = 32; i < 64; i++) {
            plusOrder[i] = sum.shiftRight(8 * (i - 32)).byteValue();
        }

        assertThat(List.of(Arrays.copyOf(signed, 65), Arrays.copyOf(signed, 128), Arrays.copyOf(signed, 63), plusOrder))
                .noneMatch(other -> accepted(text + "." + Base64Url.encode(other)));
        assertThat(accepted(text + "." + Base64Url.encode(signed))).isTrue();
    }

    /** The signature of a new key, which the issuer shows from now on. */
    private byte[] edwards(String text) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String x = Base64Url.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        issuer.body = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"e1\",\"x\":\"" + x + "\"}]}";
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    @Test
    void textThatIsNoTokenIsRefused() {
        assertThat(List.of("x", "a.b", "a.b.c", "..", "a..c", "e30.e30.e30", "x".repeat(20_000), "a.b.c.d.e"))
                .noneMatch(this::accepted);
        assertThat(accepted(issuer.token(good().with("pad", Json.of("x".repeat(17_000))))))
                .isFalse();
    }
}
