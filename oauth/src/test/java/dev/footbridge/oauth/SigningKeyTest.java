package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no key to verify with, whoever sends it: also the clients of proofs bring keys. */
final class SigningKeyTest {

    private static final JsonObject RSA = rsa();
    private static final JsonObject EC = ec(Curve.P_256);
    private static final JsonObject OKP = JsonObject.builder()
            .put("kty", "OKP")
            .put("crv", "Ed25519")
            .put("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            .build();

    @Test
    void keysOfEachKindAreKeys() {
        assertThat(SigningKey.of(RSA)).isPresent();
        assertThat(SigningKey.of(EC)).isPresent();
        assertThat(SigningKey.of(ec(Curve.P_521))).isPresent();
        assertThat(SigningKey.of(OKP)).isPresent();
    }

    @Test
    void aSignatureHasTheLengthOfItsKey() {
        assertThat(SigningKey.of(RSA).orElseThrow().signatureLength()).isEqualTo(256);
        assertThat(SigningKey.of(EC).orElseThrow().signatureLength()).isEqualTo(64);
        assertThat(SigningKey.of(ec(Curve.P_521)).orElseThrow().signatureLength())
                .isEqualTo(132);
        assertThat(SigningKey.of(OKP).orElseThrow().signatureLength()).isEqualTo(64);
    }

    @Test
    void theThumbprintIsThatOfTheLibrarysOwnParser() throws Exception {
        for (JsonObject key : new JsonObject[] {RSA, EC, OKP}) {
            assertThat(SigningKey.of(key).orElseThrow().thumbprint())
                    .isEqualTo(JWK.parse(text(key)).computeThumbprint().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "AQ", "Ag", "AAE", "====", "é"})
    void anExponentThatLetsEverybodySignIsRefused(String exponent) {
        assertThat(SigningKey.of(RSA.with("e", Json.of(exponent)))).isEmpty();
    }

    @Test
    void anExponentMadeToCostTimeIsRefused() {
        String huge = encoded(BigInteger.ONE.shiftLeft(8000).add(BigInteger.ONE));

        assertThat(SigningKey.of(ofSize(8192).with("e", Json.of(huge)))).isEmpty();
    }

    @Test
    void anExponentHasSixtyFourBitsAtMost() {
        BigInteger tooLong = BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE);
        BigInteger longest = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

        assertThat(SigningKey.of(RSA.with("e", Json.of(encoded(tooLong))))).isEmpty();
        assertThat(SigningKey.of(RSA.with("e", Json.of(encoded(longest))))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1024, 2047, 8193, 16384})
    void aModulusOfAnotherSizeIsRefused(int bits) {
        assertThat(SigningKey.of(ofSize(bits))).isEmpty();
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() {
        assertThat(SigningKey.of(EC.with("x", Json.of("AQ")))).isEmpty();
        assertThat(SigningKey.of(EC.with("x", Json.of("AA")).with("y", Json.of("AA"))))
                .isEmpty();
        assertThat(SigningKey.of(EC.with("x", Json.of("")).with("y", Json.of(""))))
                .isEmpty();
        assertThat(SigningKey.of(EC.with("crv", Json.of("P-384")))).isEmpty();
        assertThat(SigningKey.of(OKP.with("x", Json.of("AQ")))).isEmpty();
    }

    @Test
    void aKeyOfEdwardsThatIsNoPointVerifiesNothing() {
        SigningKey none =
                SigningKey.of(OKP.with("x", Json.of("Ag" + "A".repeat(41)))).orElseThrow();
        Claims nothing = new Claims(JsonObject.EMPTY);
        CompactToken token = new CompactToken(nothing, nothing, Bytes.utf8("a.b"), Bytes.of(new byte[64]));

        assertThat(none.verifies(token, "EdDSA")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EC, secp256k1",
        "EC, P-192",
        "EC, ''",
        "OKP, X25519",
        "OKP, Ed448",
        "OKP, P-256",
        "oct, P-256",
        "rsa, P-256"
    })
    void kindsAndCurvesThatAreNotVerifiedHereAreRefused(String kind, String curve) {
        assertThat(SigningKey.of(EC.with("kty", Json.of(kind)).with("crv", Json.of(curve))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "n", "e", "use", "key_ops", "alg"})
    void aMemberOfAnotherTypeIsRefused(String member) {
        assertThat(SigningKey.of(RSA.with(member, Json.of(7)))).as("a number").isEmpty();
        assertThat(SigningKey.of(RSA.with(member, JsonNull.NULL))).as("null").isEmpty();
        assertThat(SigningKey.of(RSA.with(member, JsonObject.EMPTY)))
                .as("an object")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void aMemberOfAPrivateKeyIsRefusedWhateverIsInIt(String member) {
        assertThat(SigningKey.of(RSA.with(member, JsonNull.NULL))).isEmpty();
    }

    @Test
    void aMemberThatComesTwiceIsNotEvenRead() {
        String twice = text(RSA).replaceFirst("\\{", "{\"e\":\"AQ\",");

        assertThatThrownBy(() -> JsonReader.read(twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void certificatesBesideAKeyAreNotLookedAt() {
        assertThat(SigningKey.of(RSA.with("x5c", Json.of(7)).with("x5u", Json.of("https://other.example/"))))
                .isPresent();
    }

    private static JsonObject ofSize(int bits) {
        BigInteger modulus =
                BigInteger.ONE.shiftLeft(Math.max(0, bits - 1)).add(BigInteger.valueOf(bits == 0 ? -1 : 2));
        return RSA.with("n", Json.of(encoded(modulus)));
    }

    private static String encoded(BigInteger number) {
        return Base64URL.encode(number).toString();
    }

    private static JsonObject rsa() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).generate().toPublicJWK();
            return read(key);
        } catch (JOSEException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static JsonObject ec(Curve curve) {
        try {
            ECKey key = new ECKeyGenerator(curve).generate().toPublicJWK();
            return read(key);
        } catch (JOSEException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static JsonObject read(JWK key) {
        return JsonReader.readObject(key.toJSONString()).orElseThrow();
    }

    private static String text(JsonObject key) {
        return JsonWriter.text(key);
    }
}
