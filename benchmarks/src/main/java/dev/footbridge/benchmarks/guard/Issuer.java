package dev.footbridge.benchmarks.guard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An authorization server that publishes one key and signs with it. */
public final class Issuer implements AutoCloseable {

    public static final String RESOURCE = "https://mcp.example.com/mcp";
    private static final long HOUR = 3600;

    private final HttpServer http;
    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;

    /** With the curve that most servers for agents take. */
    static Issuer elliptic() throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        return new Issuer(key, JWSAlgorithm.ES256, new ECDSASigner(key));
    }

    /** As Microsoft Entra signs. */
    public static Issuer rsa() throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        return new Issuer(key, JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    private Issuer(JWK key, JWSAlgorithm algorithm, JWSSigner signer) throws IOException {
        this.algorithm = algorithm;
        this.signer = signer;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        http.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public String jwks() {
        return url() + "/jwks";
    }

    public String token() throws JOSEException {
        long now = Instant.now().getEpochSecond();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("alice")
                .audience(RESOURCE)
                .claim("client_id", "app-7")
                .claim("scope", "parcels:weigh")
                .jwtID(UUID.randomUUID().toString())
                .claim("iat", now)
                .claim("exp", now + HOUR)
                .build();
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("k1")
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
