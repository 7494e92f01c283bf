package dev.footbridge.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.KeptState;
import dev.footbridge.call.KeptStates;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.key.ApiKeyAuthenticator;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.KeyRing;
import dev.footbridge.security.Purpose;
import dev.footbridge.security.Sealer;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.testkit.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * More than 100,000 changed credentials and sealed things: none is taken, not even one that says the same in other
 * letters. {@code -Dmutation.seed} and {@code -Dmutation.times} draw others, and more.
 */
final class MutationsTest {

    private static final long SEED = Long.getLong("mutation.seed", 20261126);
    private static final int TIMES = Integer.getInteger("mutation.times", 1);

    private final TestClock clock = TestClock.fixed();

    /** Offers that many changed texts; the good ones have to be taken before and after. */
    private void refusesAll(int count, char separator, List<String> good, Predicate<String> isTaken) {
        Mutator mutator = new Mutator(new Random(SEED), separator);
        Set<String> forbidden = Set.copyOf(good);
        assertThat(isTaken).as("the good one").accepts(good.get(0));
        for (int i = 0; i < count * TIMES; i++) {
            String changed = mutator.mutated(good, forbidden);
            if (isTaken.test(changed)) {
                throw new AssertionError(
                        "taken, with seed " + SEED + " in round " + i + ": [" + changed + "], made of " + good.get(0));
            }
        }
        assertThat(isTaken).as("the good one").accepts(good.get(0));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void noChangedSealOpens(Purpose purpose) {
        KeyRing ring = KeyRing.parse("new:" + "A".repeat(43) + "=,old:" + "B".repeat(42) + "A=");
        Sealer sealer = new Sealer(ring, clock);
        JsonObject payload = JsonObject.of("from", Json.of(20));
        Purpose other = purpose == Purpose.CURSOR ? Purpose.REQUEST_STATE : Purpose.CURSOR;
        String sealed = sealer.seal(purpose, "alice tools/list", payload, Duration.ofMinutes(5));
        List<String> lenders = List.of(
                sealed,
                sealer.seal(purpose, "bob tools/list", payload, Duration.ofMinutes(5)),
                sealer.seal(other, "alice tools/list", payload, Duration.ofMinutes(5)),
                new Sealer(new KeyRing("old", ring.keys()), clock)
                        .seal(purpose, "bob tools/list", payload, Duration.ofMinutes(5)));

        refusesAll(
                22_000,
                '.',
                lenders,
                text -> sealer.open(purpose, "alice tools/list", text).isPresent());
        assertThat(lenders.subList(1, 4))
                .noneMatch(
                        text -> sealer.open(purpose, "alice tools/list", text).isPresent());
    }

    @ParameterizedTest
    @EnumSource(names = {"API_KEY", "NONE"})
    void noChangedHandleFindsAnything(AuthMethod method) {
        KeptStates states = new KeptStates(new MemoryStateStore(clock), clock);
        Caller caller = method == AuthMethod.NONE
                ? Caller.ANONYMOUS
                : Caller.named("i", "alice", method).build();
        List<String> handles = List.of(kept(states, caller), kept(states, caller));

        refusesAll(4_000, '-', handles, text -> states.of(caller, text).get().isPresent());
    }

    private static String kept(KeptStates states, Caller caller) {
        KeptState state = states.begin(caller);
        state.put(JsonObject.of("text", Json.of("x")), Duration.ofMinutes(5));
        return state.handle();
    }

    @ParameterizedTest
    @CsvSource({"authorization, 'Bearer '", "x-api-key, ''"})
    void noChangedApiKeyIsTaken(String header, String scheme) {
        StateKeyStore store = new StateKeyStore(new MemoryStateStore(clock), clock);
        Pepper pepper = new Pepper(List.of(Secret.ofText("a pepper of at least thirty-two bytes")));
        KeyIssuer issuer = new KeyIssuer(store, pepper, clock);
        Authenticator authenticator = new ApiKeyAuthenticator(store, pepper, clock, Log.none());
        List<String> good = List.of(key(issuer, "alice"), key(issuer, "bob"));

        refusesAll(15_000, '_', good, text -> taken(authenticator, Map.of(header, List.of(scheme + text))));
        List<String> bodies = good.stream().map(KeyCheck::body).toList();
        refusesAll(
                7_000, '_', bodies, body -> taken(authenticator, Map.of(header, List.of(scheme + KeyCheck.key(body)))));
    }

    private String key(KeyIssuer issuer, String subject) {
        return issuer.create(KeyTerms.of(subject, clock.instant())).key().text().revealText();
    }

    @ParameterizedTest
    @CsvSource({"RS256, 5000", "ES256, 4000", "EdDSA, 4000"})
    void noChangedTokenIsTaken(String algorithm, int count) throws IOException {
        try (Issuer issuer = new Issuer(clock)) {
            OAuthAuthenticator authenticator = issuer.trusting();
            List<String> good = List.of(
                    issuer.token(algorithm, issuer.claims("alice")),
                    issuer.token(algorithm, issuer.claims("root")),
                    issuer.token("ES256", issuer.claims("alice").with("scope", Json.of("admin"))));

            refusesAll(
                    count, '.', good, text -> taken(authenticator, Map.of("authorization", List.of("Bearer " + text))));
        }
    }

    @Test
    void noChangedOpaqueTokenIsTaken() throws IOException {
        try (Issuer issuer = new Issuer(clock)) {
            OAuthAuthenticator authenticator = issuer.trusting();
            List<String> good = List.of("gho~2YotnFZFEjr1zCsicMWpAA", "gho~xZFEjr1zCsicM2YotnFWpBB");
            good.forEach(issuer::knows);

            refusesAll(
                    2_000, '~', good, text -> taken(authenticator, Map.of("authorization", List.of("Bearer " + text))));
        }
    }

    @Test
    void noChangedProofIsTaken() throws IOException {
        try (Issuer issuer = new Issuer(clock)) {
            OAuthAuthenticator authenticator = issuer.trusting();
            SigningParty client = new SigningParty("ES256");
            JsonObject bound = issuer.claims("alice").with("cnf", JsonObject.of("jkt", client.thumbprint()));
            String token = issuer.token("ES256", bound);
            List<String> good = List.of(
                    proof(client, token, "POST", "proof-1"),
                    proof(client, token, "GET", "proof-2"),
                    proof(new SigningParty("ES256"), token, "POST", "proof-3"));

            refusesAll(
                    4_000,
                    '.',
                    good,
                    text -> taken(
                            authenticator, Map.of("authorization", List.of("DPoP " + token), "dpop", List.of(text))));
        }
    }

    private String proof(SigningParty client, String token, String method, String id) {
        JsonObject header = JsonObject.builder()
                .put("typ", "dpop+jwt")
                .put("alg", client.algorithm())
                .put("jwk", client.jwk())
                .build();
        JsonObject claims = JsonObject.builder()
                .put("htm", method)
                .put("htu", Issuer.RESOURCE)
                .put("ath", SigningParty.coded(sha256(token)))
                .put("iat", clock.instant().getEpochSecond())
                .put("jti", id)
                .build();
        return client.signed(header, claims);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static boolean taken(Authenticator authenticator, Map<String, List<String>> headers) {
        HttpRequest request = new HttpRequest(
                "POST", "/mcp", "", new Headers(new HashMap<>(headers)), Bytes.EMPTY, Arrival.unknown("r1"));
        return authenticator.claims(request) && authenticator.authenticate(request) instanceof Identified;
    }
}
