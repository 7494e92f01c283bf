package dev.footbridge.verification.mutation;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A new key of one of the three kinds, as whoever has it: signs, and shows its public half as a JWK. */
public final class SigningParty {

    private static final int WIDTH = 32;

    private final String algorithm;
    private final KeyPair pair;

    public SigningParty(String algorithm) {
        this.algorithm = algorithm;
        this.pair = pair(algorithm);
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    algorithm.equals("RS256") ? "RSA" : algorithm.equals("ES256") ? "EC" : "Ed25519");
            if (algorithm.equals("RS256")) {
                generator.initialize(2048);
            } else if (algorithm.equals("ES256")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public String algorithm() {
        return algorithm;
    }

    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** The members that RFC 7638 makes a thumbprint of, in its order. */
    public JsonObject jwk() {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return JsonObject.builder()
                    .put("e", coded(rsa.getPublicExponent().toByteArray()))
                    .put("kty", "RSA")
                    .put("n", coded(unsigned(rsa.getModulus())))
                    .build();
        }
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return JsonObject.builder()
                    .put("crv", "P-256")
                    .put("kty", "EC")
                    .put("x", coded(wide(ec.getW().getAffineX())))
                    .put("y", coded(wide(ec.getW().getAffineY())))
                    .build();
        }
        EdECPublicKey edwards = (EdECPublicKey) pair.getPublic();
        byte[] point = wide(edwards.getPoint().getY());
        point[0] |= (byte) (edwards.getPoint().isXOdd() ? 0x80 : 0);
        return JsonObject.builder()
                .put("crv", "Ed25519")
                .put("kty", "OKP")
                .put("x", coded(reversed(point)))
                .build();
    }

    String thumbprint() {
        try {
            return coded(MessageDigest.getInstance("SHA-256").digest(JsonWriter.bytes(jwk())));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Header and claims in the compact form, signed. */
    String signed(JsonObject header, JsonObject claims) {
        String text = coded(JsonWriter.bytes(header)) + "." + coded(JsonWriter.bytes(claims));
        return text + "." + coded(signature(text.getBytes(StandardCharsets.US_ASCII)));
    }

    public byte[] signature(byte[] text) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] wide(BigInteger number) {
        byte[] bytes = unsigned(number);
        byte[] wide = new byte[WIDTH];
        System.arraycopy(bytes, 0, wide, WIDTH - bytes.length, bytes.length);
        return wide;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
