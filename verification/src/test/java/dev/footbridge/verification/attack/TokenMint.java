package dev.footbridge.verification.attack;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.verification.mutation.OneShotServer;
import dev.footbridge.verification.mutation.SigningParty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Two issuers on loopback, {@code /a} and {@code /b}, whose key sets are served, and a stranger, whose is not. */
final class TokenMint implements AutoCloseable {

    static final String RESOURCE = "https://mcp.example.com/mcp";

    private final SigningParty keyA = new SigningParty("ES256");
    private final SigningParty keyB = new SigningParty("ES256");
    private final SigningParty stranger = new SigningParty("ES256");
    private final OneShotServer server;
    private final InstantSource clock;

    TokenMint(InstantSource clock) throws IOException {
        this.clock = clock;
        Map<String, String> sets = Map.of("/a/jwks", set("a-1", keyA), "/b/jwks", set("b-1", keyB));
        server = new OneShotServer((path, body) -> sets.getOrDefault(path, "{}"));
    }

    String issuer(String name) {
        return server.url() + "/" + name;
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
        return switch (by) {
            case "nobody" -> "";
            case "public-key-as-secret" -> SigningParty.coded(mac(text));
            case "a" -> SigningParty.coded(keyA.signature(text));
            case "b" -> SigningParty.coded(keyB.signature(text));
            case "stranger" -> SigningParty.coded(stranger.signature(text));
            case "zeros" -> SigningParty.coded(new byte[64]);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyA.publicKey().getEncoded(), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The stranger's public key, for tokens that bring a key of their own. */
    JsonObject strangersKey() {
        return jwk("a-1", stranger);
    }

    private static String set(String id, SigningParty party) {
        return "{\"keys\":[" + JsonWriter.text(jwk(id, party)) + "]}";
    }

    private static JsonObject jwk(String id, SigningParty party) {
        return party.jwk().with("kid", Json.of(id)).with("use", Json.of("sig")).with("alg", Json.of(party.algorithm()));
    }

    private static String coded(String text) {
        return SigningParty.coded(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
