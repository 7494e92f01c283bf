package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    private void hold() {
        try {
            assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
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

    /** A call in a thread of its own. */
    private record Call(FutureTask<Outcome> outcome, Thread thread) {

        static Call of(Supplier<Outcome> work) {
            FutureTask<Outcome> outcome = new FutureTask<>(work::get);
            Thread thread = new Thread(outcome, "call");
            thread.setDaemon(true);
            thread.start();
            return new Call(outcome, thread);
        }

        void untilItWaits() throws InterruptedException {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(outcome.isDone()).as("it waits for the first").isFalse();
                Thread.sleep(1);
            }
        }

        Identified identified() throws Exception {
            return (Identified) outcome.get();
        }
    }

    @Test
    void anIssuerIsAskedOnce() throws Exception {
        issuer.body = JsonWriter.text(issuer.claims(clock.seconds()).with("active", Json.of(true)));
        Introspector introspector = new Introspector(
                issuer.url(),
                issuer.url() + "/introspect",
                "mcp:server",
                () -> {
                    hold();
                    return Secret.ofText("s");
                },
                AudienceRule.RESOURCE,
                CallerMapping.PLAIN);
        Authenticator asking = new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE).ask(introspector).build(),
                OAuthParts.of(clock, Log.none()));
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Call call = Call.of(() -> asking.authenticate(Requests.bearer("t")));
            call.untilItWaits();
            calls.add(call);
        }
        open.countDown();

        for (Call call : calls) {
            assertThat(call.identified().caller().subject()).isEqualTo("user-1");
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

        Call first = Call.of(() -> authenticator.authenticate(Requests.bearer(token)));
        first.untilItWaits();
        Call second = Call.of(() -> authenticator.authenticate(Requests.bearer(token)));
        second.untilItWaits();
        open.countDown();

        assertThat(second.identified().caller())
                .as("what the first found out")
                .isSameAs(first.identified().caller());
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
                hold();
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

        Call first = Call.of(() -> authenticator.authenticate(Requests.bearer(token)));
        while (issuer.hits.get() < 2) {
            Thread.sleep(1);
        }
        Outcome second = authenticator.authenticate(Requests.bearer(token));

        assertThat(first.outcome().isDone()).isFalse();
        assertThat(second).isInstanceOf(Identified.class);
        assertThat(first.identified().caller().subject()).isEqualTo("user-1");
    }
}
