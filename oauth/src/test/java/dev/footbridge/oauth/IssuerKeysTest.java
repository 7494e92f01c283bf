package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.footbridge.json.Json;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C10: when keys are fetched, and what happens when they are not to be had. */
final class IssuerKeysTest {

    private static final int OK = 0;

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final OAuthAuthenticator authenticator = new OAuthAuthenticator(
            OAuthSettings.forResource(FakeIssuer.RESOURCE)
                    .trust(issuer.trusted())
                    .build(),
            OAuthParts.of(clock, Log.none()));

    @AfterEach
    void stop() {
        issuer.close();
    }

    /** The status for a good token, {@link #OK} if it is taken. */
    private int status() {
        return status(issuer.token(issuer.claims(clock.seconds())));
    }

    private int status(String token) {
        Outcome outcome = authenticator.authenticate(Requests.bearer(token));
        return outcome instanceof Identified ? OK : ((Refused) outcome).status();
    }

    private String tokenOf(ECKey key) {
        return FakeIssuer.sign(
                issuer.header().keyID(key.getKeyID()).build(), issuer.claims(clock.seconds()), FakeIssuer.signer(key));
    }

    @Test
    void nothingIsFetchedBeforeTheFirstTokenOrPriming() {
        assertThat(issuer.hits).hasValue(0);

        authenticator.prime();
        authenticator.prime();

        assertThat(issuer.hits).hasValue(1);
        assertThat(status()).isEqualTo(OK);
        assertThat(issuer.hits).hasValue(1);
    }

    /** A start may take ten seconds on Lambda, with everything there is to do. */
    @Test
    void primingWaitsTwoSecondsForAllIssuersTogether() {
        OAuthSettings.Builder settings = OAuthSettings.forResource(FakeIssuer.RESOURCE);
        for (int i = 0; i < 5; i++) {
            settings.trust(TrustedIssuer.of(issuer.url() + "/" + i, issuer.url() + "/" + i + "/jwks"));
        }
        InstantSource slow = () -> clock.instant().plusSeconds(issuer.hits.get());

        new OAuthAuthenticator(settings.build(), OAuthParts.of(slow, Log.none())).prime();

        assertThat(issuer.hits).hasValue(2);
    }

    @Test
    void whatPrimingLooksAtOpensNothing() throws Exception {
        KeyTable keys = KeyTable.read(issuer.body.getBytes(StandardCharsets.UTF_8));
        String token = NobodysToken.of(issuer.trusted(), keys, FakeIssuer.RESOURCE, clock.instant())
                .orElseThrow()
                .text();

        authenticator.prime();

        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void randomKeyIdsCostOneFetchAtMost() {
        assertThat(status()).isEqualTo(OK);
        clock.forward(Duration.ofSeconds(30));
        for (int i = 0; i < 1000; i++) {
            assertThat(status(FakeIssuer.sign(
                            issuer.header().keyID("random" + i).build(),
                            issuer.claims(clock.seconds()),
                            FakeIssuer.signer(issuer.key))))
                    .isEqualTo(401);
        }

        assertThat(issuer.hits).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAndAnOldOneForgotten() {
        assertThat(status()).isEqualTo(OK);
        String old = issuer.token(issuer.claims(clock.seconds()));
        ECKey next = FakeIssuer.ec("k2");
        issuer.body = FakeIssuer.set(next.toPublicJWK());

        assertThat(status(tokenOf(next))).as("not within 30 seconds").isEqualTo(401);
        clock.forward(Duration.ofSeconds(31));
        assertThat(status(tokenOf(next))).isEqualTo(OK);
        assertThat(status(old)).isEqualTo(401);
    }

    @Test
    void keysAreFetchedAgainWhenTheyAreOld() {
        assertThat(status()).isEqualTo(OK);
        clock.forward(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(status()).isEqualTo(OK);
        assertThat(issuer.hits).hasValue(1);

        clock.forward(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(OK);
        assertThat(issuer.hits).hasValue(2);
    }

    @Test
    void knownKeysOutliveAnOutageOfFourHours() {
        assertThat(status()).isEqualTo(OK);
        issuer.status = 500;

        clock.forward(Duration.ofMinutes(15));
        assertThat(status()).isEqualTo(OK);
        assertThat(status()).isEqualTo(OK);
        assertThat(issuer.hits).as("not again within 30 seconds").hasValue(2);
        assertThat(status(tokenOf(FakeIssuer.ec("k2")))).as("nobody can say").isEqualTo(503);
        clock.forward(Duration.ofHours(4).minusSeconds(1));
        assertThat(status()).isEqualTo(OK);

        clock.forward(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(503);
        issuer.status = 200;
        clock.forward(Duration.ofSeconds(30));
        assertThat(status()).isEqualTo(OK);
    }

    @Test
    void withoutKeysNoTokenIsVerifiedButSoonTriedAgain() {
        issuer.status = 404;

        assertThat(status()).isEqualTo(503);
        assertThat(status()).isEqualTo(503);
        assertThat(issuer.hits).hasValue(1);
        issuer.status = 200;
        clock.forward(Duration.ofSeconds(5));
        assertThat(status()).isEqualTo(OK);
    }

    @Test
    void aRedirectIsNotFollowed() {
        issuer.status = 302;

        assertThat(status()).isEqualTo(503);
        assertThat(issuer.hits).hasValue(1);
    }

    @Test
    void aSlowIssuerIsNotWaitedFor() {
        issuer.delayMillis = 1500;
        long start = System.nanoTime();

        assertThat(status()).isEqualTo(503);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1400));
    }

    @Test
    void aHugeOrBrokenDocumentIsNoKeySet() {
        String good = issuer.body;
        for (String bad : List.of(
                "x".repeat(60_000),
                good.substring(0, good.length() - 1) + ",\"pad\":\"" + "x".repeat(60_000) + "\"}",
                "[]",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[7]}",
                "{\"keys\":[" + "{},".repeat(200) + "{}]}",
                good + good)) {
            issuer.body = bad;
            clock.forward(Duration.ofSeconds(5));

            assertThat(status())
                    .as(bad.substring(0, Math.min(40, bad.length())))
                    .isEqualTo(503);
        }
    }

    @Test
    void keysThatCannotBeUsedAreLeftOut() throws JOSEException {
        issuer.body = FakeIssuer.set(
                issuer.key.toPublicJWK(),
                new RSAKeyGenerator(1024, true).keyID("small").generate().toPublicJWK());
        String junk = issuer.body.replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"XX\",\"kid\":\"x\"},");
        issuer.body = junk.replace("\"kid\":\"small\"", "\"kid\":\"k1\"");

        assertThat(status()).isEqualTo(OK);
    }

    @Test
    void aKeyThatIsNotPublicOrNotForSignaturesIsNotUsed() throws JOSEException {
        String secret =
                new OctetSequenceKeyGenerator(256).keyID("k1").generate().toJSONString();
        String open = issuer.key.toPublicJWK().toJSONString();
        for (String key : List.of(
                issuer.key.toJSONString(),
                secret,
                open.replace("\"kty\"", "\"use\":\"enc\",\"kty\""),
                open.replace("\"kty\"", "\"key_ops\":[\"encrypt\"],\"kty\""),
                open.replace("\"kty\"", "\"alg\":\"ES384\",\"kty\""),
                open.replace("\"kid\":\"k1\"", "\"kid\":\"\""))) {
            issuer.body = "{\"keys\":[" + key + "]}";
            clock.forward(Duration.ofSeconds(5));

            assertThat(status()).as(key).isEqualTo(503);
        }
    }

    @Test
    void manyThreadsFetchOnce() throws InterruptedException, ExecutionException {
        issuer.delayMillis = 200;
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(this::status);
        }

        for (Future<Integer> call : threads.invokeAll(calls)) {
            assertThat(call.get()).isEqualTo(OK);
        }

        assertThat(issuer.hits).hasValue(1);
        threads.shutdownNow();
    }

    @Test
    void aTokenIsKnownAgainForAMinuteAndNeverBeyondItsEnd() {
        String known = issuer.token(issuer.claims(clock.seconds()));
        String brief = issuer.token(issuer.claims(clock.seconds()).with("exp", Json.of(clock.seconds() + 10)));
        assertThat(status(known)).isEqualTo(OK);
        assertThat(status(brief)).isEqualTo(OK);
        issuer.body = FakeIssuer.set(FakeIssuer.ec("k2").toPublicJWK());
        clock.forward(Duration.ofSeconds(59));
        assertThat(status(tokenOf(FakeIssuer.ec("k3"))))
                .as("the old key is forgotten")
                .isEqualTo(401);

        assertThat(status(known)).isEqualTo(OK);
        assertThat(status(brief)).isEqualTo(401);
        clock.forward(Duration.ofSeconds(1));
        assertThat(status(known)).isEqualTo(401);
    }
}
