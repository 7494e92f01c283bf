package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that come at once with one token that nobody has verified within the last minute. */
@Timeout(30)
final class CallsAtOnceTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void stop() {
        open.countDown();
        issuer.close();
    }

    private Authenticator signed(InstantSource time) {
        return new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(issuer.trusted())
                        .build(),
                OAuthParts.of(time, Log.none()));
    }

    private String token() {
        return issuer.token(issuer.claims(clock.seconds()));
    }

    private static CallOfOne<Outcome> call(Authenticator authenticator, String token) {
        return new CallOfOne<>(() -> authenticator.authenticate(Requests.bearer(token)));
    }

    private static Caller caller(CallOfOne<Outcome> call) throws Exception {
        return ((Identified) call.outcome()).caller();
    }

    @Test
    void anIssuerIsAskedOnce() throws Exception {
        issuer.body = JsonWriter.text(issuer.claims(clock.seconds()).with("active", Json.of(true)));
        Introspector introspector = new Introspector(
                issuer.url(),
                issuer.url() + "/introspect",
                "mcp:server",
                () -> {
                    Crowd.await(open);
                    return Secret.ofText("s");
                },
                AudienceRule.RESOURCE,
                CallerMapping.PLAIN);
        Authenticator asking = new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE).ask(introspector).build(),
                OAuthParts.of(clock, Log.none()));
        List<CallOfOne<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(call(asking, "t").untilItWaits());
        }
        open.countDown();

        for (CallOfOne<Outcome> call : calls) {
            assertThat(caller(call).subject()).isEqualTo("user-1");
        }
        assertThat(issuer.hits).hasValue(1);
    }

    @Test
    void aSignatureIsVerifiedOnce() throws Exception {
        Looks looks = new Looks();
        Authenticator authenticator = signed(looks);
        authenticator.authenticate(Requests.bearer(token()));
        looks.forgotten();
        authenticator.authenticate(
                Requests.bearer(issuer.token(issuer.claims(clock.seconds()).with("jti", Json.of("token-2")))));
        looks.holdTheLast();
        String token = issuer.token(issuer.claims(clock.seconds()).with("jti", Json.of("token-3")));

        CallOfOne<Outcome> first = call(authenticator, token).untilItWaits();
        CallOfOne<Outcome> second = call(authenticator, token).untilItWaits();
        open.countDown();

        assertThat(caller(second)).as("what the first found out").isSameAs(caller(first));
    }

    /** Holds whoever is the first to look at the clock for the last time, which is when the signature was verified. */
    private final class Looks implements InstantSource {

        private int count;
        private int last = Integer.MAX_VALUE;

        @Override
        public Instant instant() {
            boolean held;
            synchronized (this) {
                held = ++count == last;
            }
            if (held) {
                Crowd.await(open);
            }
            return clock.instant();
        }

        synchronized void forgotten() {
            count = 0;
        }

        synchronized void holdTheLast() {
            last = count;
            count = 0;
        }
    }

    @Test
    void whileOneFetchesKeysAnewTheOthersGoOnWithThoseThatAreThere() throws Exception {
        Authenticator authenticator = signed(clock);
        assertThat(authenticator.authenticate(Requests.bearer(token()))).isInstanceOf(Identified.class);
        clock.forward(Duration.ofMinutes(16));
        issuer.delayMillis = 1500;
        String token = token();

        CallOfOne<Outcome> first = call(authenticator, token);
        while (issuer.hits.get() < 2) {
            Thread.sleep(1);
        }
        Outcome second = authenticator.authenticate(Requests.bearer(token));

        assertThat(first.isDone()).isFalse();
        assertThat(second).isInstanceOf(Identified.class);
        assertThat(caller(first).subject()).isEqualTo("user-1");
    }
}
