package dev.footbridge.aws.program;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around a function that is trained with everything that guards one: an issuer with a key of its own,
 * settings that trust it, and a table that remembers nothing. Immutable.
 */
final class TrainingGuards {

    static final String KEYS = "/jwks";
    static final String TABLE = "/";

    private static final Pattern SET = Pattern.compile("(#\\d+) = (:\\d+)");
    /** JSON, as {@link Packing} makes of every package's. */
    private static final String SETTINGS = """
            {"version": 1,
             "oauth": {
               "resource": "https://training.example/mcp",
               "issuers": [{"issuer": "https://issuer.example", "jwks": "http://ENDPOINT/jwks"}]},
             "policy": {"rules": [{"id": "training", "tools": "*", "allow": "*", "scopes": ["training"]}]},
             "limits": {"rules": [{"id": "training", "per": "caller", "rate": "1000/s", "burst": 1000}]}}
            """;

    private final KeyPair key;

    private TrainingGuards(KeyPair key) {
        this.key = key;
    }

    static TrainingGuards make() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return new TrainingGuards(maker.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has RSA", impossible);
        }
    }

    /** A {@code footbridge.yaml} of a function that the issuer's tokens open. */
    static String settings(String endpoint) {
        return SETTINGS.replace("ENDPOINT", endpoint);
    }

    /** An access token (RFC 9068), good for an hour. */
    String token() {
        long now = Instant.now().getEpochSecond();
        JsonObject head = JsonObject.builder()
                .put("alg", "RS256")
                .put("typ", "at+jwt")
                .put("kid", "training")
                .build();
        JsonObject claims = JsonObject.builder()
                .put("iss", "https://issuer.example")
                .put("sub", "training")
                .put("aud", "https://training.example/mcp")
                .put("client_id", "training")
                .put("scope", "training")
                .put("jti", "training")
                .put("iat", Json.of(now))
                .put("exp", Json.of(now + 3600))
                .build();
        String signed = encoded(JsonWriter.bytes(head)) + "." + encoded(JsonWriter.bytes(claims));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key.getPrivate());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM signs with RSA", impossible);
        }
    }

    /** What an issuer publishes (RFC 7517). */
    byte[] keys() {
        RSAPublicKey half = (RSAPublicKey) key.getPublic();
        JsonObject jwk = JsonObject.builder()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", "training")
                .put("n", encoded(unsigned(half.getModulus())))
                .put("e", encoded(unsigned(half.getPublicExponent())))
                .build();
        return JsonWriter.bytes(JsonObject.of("keys", JsonArray.of(jwk)));
    }

    /** What DynamoDB says to an update of an item that is not there; of anything else, that there is nothing. */
    static byte[] table(byte[] asked) {
        JsonObject request =
                JsonReader.readObject(new String(asked, StandardCharsets.UTF_8)).orElse(JsonObject.EMPTY);
        JsonObject names = request.object("ExpressionAttributeNames").orElse(JsonObject.EMPTY);
        JsonObject values = request.object("ExpressionAttributeValues").orElse(JsonObject.EMPTY);
        Matcher set = SET.matcher(request.string("UpdateExpression").orElse(""));
        JsonObject.Builder item = JsonObject.builder();
        request.object("Key").ifPresent(item::putAll);
        while (set.find()) {
            item.put(
                    names.string(set.group(1)).orElseThrow(),
                    values.object(set.group(2)).orElseThrow());
        }
        JsonObject written = item.build();
        return JsonWriter.bytes(
                request.has("UpdateExpression") ? JsonObject.of("Attributes", written) : JsonObject.EMPTY);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
