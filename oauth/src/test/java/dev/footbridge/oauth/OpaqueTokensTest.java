package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C11: tokens that only their issuer can read. */
final class OpaqueTokensTest {

    private static final int OK = 0;

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final List<String> log = new ArrayList<>();
    private final OAuthParts parts = OAuthParts.of(clock, (level, id, message, cause) -> log.add(message + cause));
    private final Introspector introspector =
            Introspector.of(issuer.url(), issuer.url() + "/introspect", "mcp:server", Secret.ofText("s&cret"));
    private final Authenticator authenticator = new OAuthAuthenticator(
            OAuthSettings.forResource(FakeIssuer.RESOURCE)
                    .ask(introspector)
                    .scopes(Set.of("orders:read"))
                    .build(),
            parts);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private void says(JsonObject answer) {
        issuer.body = JsonWriter.text(answer);
    }

    private JsonObject active() {
        return issuer.claims(clock.seconds()).with("active", Json.of(true));
    }

    private int status(String token) {
        return authenticator.authenticate(Requests.bearer(token)) instanceof Refused refused ? refused.status() : OK;
    }

    @Test
    void anActiveTokenIsACaller() {
        says(active());

        Identified found = (Identified) authenticator.authenticate(Requests.bearer("opaque~1"));

        assertThat(found.caller())
                .isEqualTo(Caller.named(issuer.url(), "user-1", AuthMethod.OAUTH_OPAQUE)
                        .client("agent-1")
                        .credentialId("token-1")
                        .scopes(Set.of("orders:read"))
                        .build());
        assertThat(issuer.forms).containsExactly("token=opaque%7E1&token_type_hint=access_token");
        String pair = new String(
                Base64.getDecoder().decode(issuer.authorizations.get(0).substring("Basic ".length())),
                StandardCharsets.US_ASCII);
        assertThat(pair).isEqualTo("mcp%3Aserver:s%26cret");
    }

    @Test
    void whatIsWrongWithAnAnswerRefusesTheToken() {
        List<JsonObject> answers = List.of(
                JsonObject.of("active", Json.of(false)),
                active().with("active", Json.of("true")),
                active().without("active"),
                active().without("aud"),
                active().with("aud", Json.of("https://other.example.com")),
                active().with("aud", JsonArray.ofStrings(List.of(FakeIssuer.RESOURCE, "https://other.example.com"))),
                active().without("sub"),
                active().with("sub", Json.of("")),
                active().with("iss", Json.of("https://other.example.com")),
                active().with("exp", Json.of(clock.seconds() - 30)),
                active().with("nbf", Json.of(clock.seconds() + 31)),
                active().with("cnf", JsonObject.of("jkt", "x")));
        for (int i = 0; i < answers.size(); i++) {
            says(answers.get(i));

            assertThat(status("token" + i)).as(answers.get(i).toString()).isEqualTo(401);
        }
        says(active().with("scope", Json.of("mail")));
        assertThat(status("narrow")).isEqualTo(403);
    }

    @Test
    void aGoodAnswerIsKeptForAMinute() {
        says(active());
        assertThat(status("t")).isEqualTo(OK);
        says(JsonObject.of("active", Json.of(false)));

        clock.forward(Duration.ofSeconds(59));
        assertThat(status("t")).isEqualTo(OK);
        assertThat(issuer.hits).hasValue(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(status("t")).isEqualTo(401);
    }

    @Test
    void aGoodAnswerIsNotKeptBeyondTheTokensEnd() {
        says(active().with("exp", Json.of(clock.seconds() + 20)));
        assertThat(status("t")).isEqualTo(OK);

        clock.forward(Duration.ofSeconds(20));
        assertThat(status("t")).isEqualTo(OK);
        assertThat(issuer.hits).as("asked again, within the skew").hasValue(2);
    }

    @Test
    void aBadAnswerIsKeptForTenSeconds() {
        says(JsonObject.of("active", Json.of(false)));
        assertThat(status("t")).isEqualTo(401);
        says(active());

        clock.forward(Duration.ofSeconds(9));
        assertThat(status("t")).isEqualTo(401);
        clock.forward(Duration.ofSeconds(1));
        assertThat(status("t")).isEqualTo(OK);
    }

    @Test
    void theCacheIsBounded() {
        says(active());
        TokenCache cache = new TokenCache();
        for (int i = 0; i < 1001; i++) {
            cache.keep(
                    "k" + i,
                    TokenCache.Known.bad(
                            TokenException.missing(), clock.instant().plusSeconds(9)));
        }

        assertThat(cache.find("k0", clock.instant())).isEmpty();
        assertThat(cache.find("k1", clock.instant())).isPresent();
    }

    @Test
    void strangersTokensDoNotPushOutGoodOnes() {
        says(active());
        assertThat(status("t")).isEqualTo(OK);
        says(JsonObject.of("active", Json.of(false)));
        for (int i = 0; i < 1001; i++) {
            assertThat(status("made-up-" + i)).isEqualTo(401);
        }
        int asked = issuer.hits.get();

        assertThat(status("t")).isEqualTo(OK);

        assertThat(issuer.hits).hasValue(asked);
    }

    @Test
    void whileTheIssuerIsAskedAboutManyUnknownTokensAnotherOneIsToldToComeBack() throws Exception {
        says(active());
        Crowd crowd = new Crowd(IntrospectionVerifier.MAX_UNKNOWN_AT_ONCE);
        Authenticator crowded = asking(crowd::secret);
        assertThat(crowded.authenticate(Requests.bearer("t"))).isInstanceOf(Identified.class);
        clock.forward(Duration.ofSeconds(60));
        try (crowd) {
            crowd.fill(i -> crowded.authenticate(Requests.bearer("u" + i)));

            assertThat(crowded.authenticate(Requests.bearer("one-more")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(503));
            assertThat(issuer.hits).hasValue(1);
            assertThat(crowded.authenticate(Requests.bearer("t")))
                    .as("was good before")
                    .isInstanceOf(Identified.class);
        }
        assertThat(crowd.outcomes()).hasSize(16).allMatch(Identified.class::isInstance);
        assertThat(crowded.authenticate(Requests.bearer("one-more"))).isInstanceOf(Identified.class);
    }

    private Authenticator asking(Supplier<Secret> secret) {
        Introspector patient = new Introspector(
                issuer.url(),
                issuer.url() + "/introspect",
                "mcp:server",
                secret,
                AudienceRule.RESOURCE,
                CallerMapping.PLAIN);
        return new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE).ask(patient).build(), parts);
    }

    @Test
    void withoutAnAnswerNoTokenIsGood() {
        for (int status : List.of(500, 401, 302, 404)) {
            says(active());
            issuer.status = status;
            assertThat(status("t")).isEqualTo(503);
        }
        issuer.status = 200;
        for (String body : List.of("", "[]", "{", "{\"active\":true,\"active\":true}", "x".repeat(60_000))) {
            issuer.body = body;
            assertThat(status("t")).isEqualTo(503);
        }
        says(active());
        assertThat(status("t")).as("failures are not kept").isEqualTo(OK);
        assertThat(log.toString()).doesNotContain("s&cret", "s%26cret", "token=t");
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        says(active());
        issuer.delayMillis = 2500;
        long start = System.nanoTime();

        assertThat(status("t")).isEqualTo(503);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2400));
    }

    @Test
    void signedTokensAreNotAskedAboutWhereTheirIssuerIsTrusted() {
        try (FakeIssuer signs = new FakeIssuer("k9")) {
            OAuthAuthenticator both = new OAuthAuthenticator(
                    OAuthSettings.forResource(FakeIssuer.RESOURCE)
                            .ask(introspector)
                            .trust(signs.trusted())
                            .build(),
                    parts);
            both.prime();
            says(active());

            String signed = signs.token(signs.claims(clock.seconds()));
            assertThat(both.authenticate(Requests.bearer(signed))).isInstanceOf(Identified.class);
            assertThat(both.authenticate(Requests.bearer(signed + "A"))).isInstanceOf(Refused.class);
            assertThat(issuer.hits).hasValue(0);
            assertThat(both.authenticate(Requests.bearer("opaque"))).isInstanceOf(Identified.class);
            assertThat(issuer.hits).hasValue(1);
        }
    }

    @Test
    void whoIsConfiguredAloneGetsEveryToken() {
        says(active());
        OAuthAuthenticator asks = new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE).ask(introspector).build(),
                OAuthParts.of(clock, Log.none()));

        assertThat(asks.authenticate(Requests.bearer("a.b.c"))).isInstanceOf(Identified.class);
        assertThat(asks.claims(Requests.bearer("x"))).isTrue();
        assertThat(asks.challenge()).startsWith("Bearer resource_metadata=");
    }
}
