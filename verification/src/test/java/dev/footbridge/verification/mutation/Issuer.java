package dev.footbridge.verification.mutation;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.Binding;
import dev.footbridge.oauth.Introspector;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An authorization server on loopback with a key of each kind, that signs tokens and answers about opaque ones. */
final class Issuer implements AutoCloseable {

    static final String RESOURCE = "https://mcp.example.com/mcp";

    private final Map<String, SigningParty> keys = new LinkedHashMap<>();
    private final Set<String> opaque = ConcurrentHashMap.newKeySet();
    private final OneShotServer server;
    private final InstantSource clock;

    Issuer(InstantSource clock) throws IOException {
        this.clock = clock;
        for (String algorithm : new String[] {"RS256", "ES256", "EdDSA"}) {
            keys.put(algorithm, new SigningParty(algorithm));
        }
        server = new OneShotServer(this::answer);
    }

    private String answer(String path, String body) {
        return JsonWriter.text(path.equals("/jwks") ? set() : about(body));
    }

    private JsonObject set() {
        return JsonObject.of(
                "keys",
                new JsonArray(keys.values().stream()
                        .<Json>map(key -> key.jwk().with("kid", Json.of(key.algorithm())))
                        .toList()));
    }

    private JsonObject about(String form) {
        String token =
                URLDecoder.decode(form.substring(form.indexOf('=') + 1, form.indexOf('&')), StandardCharsets.UTF_8);
        return opaque.contains(token)
                ? claims("opaque").with("active", Json.of(true))
                : JsonObject.of("active", Json.of(false));
    }

    private String url() {
        return server.url();
    }

    /** An authenticator that takes everything which this issuer gives. */
    OAuthAuthenticator trusting() {
        return new OAuthAuthenticator(
                OAuthSettings.forResource(RESOURCE)
                        .trust(TrustedIssuer.of(url(), url() + "/jwks"))
                        .ask(Introspector.of(url(), url() + "/introspect", "mcp", Secret.ofText("s3cret")))
                        .proofs(Binding.ACCEPTED)
                        .build(),
                OAuthParts.of(clock, Log.none()));
    }

    JsonObject claims(String subject) {
        long now = clock.instant().getEpochSecond();
        return JsonObject.builder()
                .put("iss", url())
                .put("aud", RESOURCE)
                .put("sub", subject)
                .put("client_id", "agent-1")
                .put("jti", "token-of-" + subject)
                .put("iat", now)
                .put("exp", now + 300)
                .build();
    }

    String token(String algorithm, JsonObject claims) {
        JsonObject header = JsonObject.builder()
                .put("alg", algorithm)
                .put("typ", "at+jwt")
                .put("kid", algorithm)
                .build();
        return Objects.requireNonNull(keys.get(algorithm)).signed(header, claims);
    }

    void knows(String token) {
        opaque.add(token);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
