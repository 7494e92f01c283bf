package dev.footbridge.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An authorization server on loopback: it has keys, signs whatever it is told to, and answers about opaque tokens. */
final class FakeIssuer implements AutoCloseable {

    static final String RESOURCE = "https://mcp.example.com/mcp";

    final AtomicInteger hits = new AtomicInteger();
    final List<String> forms = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final ECKey key;
    volatile int status = 200;
    volatile long delayMillis;
    volatile String body;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeIssuer(String keyId) {
        try {
            key = ec(keyId);
            body = set(key.toPublicJWK());
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        warmUp();
    }

    /** The first fetch of a JVM loads classes, for which a loaded machine may take longer than keys may take. */
    private void warmUp() {
        try {
            new Fetch(Duration.ofSeconds(30), Duration.ofSeconds(30), 1 << 16).get(URI.create(url()));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        }
        hits.set(0);
        forms.clear();
        authorizations.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        hits.incrementAndGet();
        forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (delayMillis > 0) {
            pause();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    TrustedIssuer trusted() {
        return TrustedIssuer.of(url(), url() + "/jwks");
    }

    /** Claims that are good at the given second. */
    JsonObject claims(long now) {
        return JsonObject.builder()
                .put("iss", url())
                .put("aud", RESOURCE)
                .put("sub", "user-1")
                .put("client_id", "agent-1")
                .put("jti", "token-1")
                .put("scope", "orders:read")
                .put("iat", now)
                .put("exp", now + 300)
                .build();
    }

    String token(JsonObject claims) {
        return sign(header().build(), claims, signer(key));
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sign(JWSHeader header, JsonObject claims, JWSSigner signer) {
        try {
            JWSObject token = new JWSObject(header, new Payload(JsonWriter.text(claims)));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ECKey ec(@Nullable String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
