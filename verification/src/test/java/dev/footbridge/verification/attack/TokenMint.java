package dev.footbridge.verification.attack;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Two issuers on loopback, {@code /a} and {@code /b}, whose key sets are served, and a stranger, whose is not. */
final class TokenMint implements AutoCloseable {

    static final String RESOURCE = "https://mcp.example.com/mcp";

    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keyA = pair();
    private final KeyPair keyB = pair();
    private final KeyPair stranger = pair();
    private final HttpServer server;
    private final InstantSource clock;

    TokenMint(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/a/jwks", set("a-1", keyA));
        serve("/b/jwks", set("b-1", keyB));
        server.start();
    }

    private void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    String issuer(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** A good token of issuer {@code a}, but for what the case says: attacks/README.md. */
    String token(JsonObject spec) {
        JsonObject header = changed(
                JsonObject.builder()
                        .put("alg", "ES256")
                        .put("typ", "at+jwt")
                        .put("kid", "a-1")
                        .build(),
                spec.object("header").orElse(JsonObject.EMPTY));
        JsonObject claims = changed(claims(), spec.object("claims").orElse(JsonObject.EMPTY));
        String signed = coded(spec.string("header_text").orElse(JsonWriter.text(header))) + "."
                + coded(spec.string("claims_text").orElse(JsonWriter.text(claims)));
        String signature = signature(signed, spec.string("signed_by").orElse("a"));
        String shown = spec.has("claims_after_signing")
                ? coded(JsonWriter.text(header)) + "."
                        + coded(JsonWriter.text(changed(
                                claims, spec.object("claims_after_signing").orElseThrow())))
                : signed;
        return shown + "." + signature + spec.string("append").orElse("");
    }

    private JsonObject claims() {
        long now = clock.instant().getEpochSecond();
        return JsonObject.builder()
                .put("iss", issuer("a"))
                .put("aud", RESOURCE)
                .put("sub", "alice")
                .put("client_id", "agent-1")
                .put("jti", "token-1")
                .put("scope", "notes:read")
                .put("iat", now)
                .put("exp", now + 300)
                .build();
    }

    /** Members of the case replace, null takes away; {@code now+60} is a time. */
    private JsonObject changed(JsonObject good, JsonObject changes) {
        JsonObject result = good;
        for (String name : changes.members().keySet()) {
            Json value = changes.members().get(name);
            result = value instanceof JsonNull ? result.without(name) : result.with(name, timed(value));
        }
        return result;
    }

    private Json timed(Json value) {
        if (!(value instanceof JsonString text)) {
            return value;
        }
        if (text.value().matches("now[+-]\\d+")) {
            return Json.of(clock.instant().getEpochSecond()
                    + Long.parseLong(text.value().substring(3)));
        }
        return Json.of(text.value().replace("${issuerA}", issuer("a")).replace("${issuerB}", issuer("b")));
    }

    private String signature(String signed, String by) {
        byte[] text = signed.getBytes(StandardCharsets.US_ASCII);
        try {
            return switch (by) {
                case "nobody" -> "";
                case "public-key-as-secret" -> coded(mac(text));
                case "a" -> coded(sign(text, keyA));
                case "b" -> coded(sign(text, keyB));
                case "stranger" -> coded(sign(text, stranger));
                case "zeros" -> coded(new byte[2 * COORDINATE_BYTES]);
                default -> throw new IllegalArgumentException("nobody is called " + by);
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] mac(byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keyA.getPublic().getEncoded(), "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] sign(byte[] text, KeyPair by) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(by.getPrivate());
        signature.update(text);
        return signature.sign();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The stranger's public key, for tokens that bring a key of their own. */
    JsonObject strangersKey() {
        return jwk("a-1", stranger);
    }

    private static String set(String id, KeyPair pair) {
        return "{\"keys\":[" + JsonWriter.text(jwk(id, pair)) + "]}";
    }

    private static JsonObject jwk(String id, KeyPair pair) {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return JsonObject.builder()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("kid", id)
                .put("use", "sig")
                .put("alg", "ES256")
                .put("x", coded(fixed(key.getW().getAffineX())))
                .put("y", coded(fixed(key.getW().getAffineY())))
                .build();
    }

    private static byte[] fixed(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        byte[] least = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE_BYTES), bytes.length);
        System.arraycopy(least, 0, fixed, COORDINATE_BYTES - least.length, least.length);
        return fixed;
    }

    private static String coded(String text) {
        return coded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
