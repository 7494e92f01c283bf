package dev.footbridge.key;

import static dev.footbridge.key.KeyFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.Network;
import dev.footbridge.key.KeyIssuer.Issued;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.security.BearerTokenAuthenticator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyAuthenticatorTest {

    private static final Refused WRONG =
            new Refused(401, "Bearer error=\"invalid_token\"", "The API key is not valid.");

    private final KeyFixture fixture = new KeyFixture();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER    "})
    void aKeyIdentifiesItsOwner(String scheme) {
        Issued issued = fixture.issuer.create(fixture.terms().withTenant("acme").withScopes(List.of("orders:read")));

        Caller caller = Caller.named("apikey", "alice", AuthMethod.API_KEY)
                .tenant("acme")
                .client(issued.key().id())
                .credentialId(issued.key().id())
                .scopes(Set.of("orders:read"))
                .build();
        assertThat(sent("Authorization", scheme + text(issued))).isEqualTo(new Identified(caller));
        assertThat(sent("X-API-Key", text(issued))).isEqualTo(new Identified(caller));
    }

    @Test
    void withoutAKeyThereIsAPlainChallenge() {
        assertThat(sent()).isEqualTo(new Refused(401, "Bearer", "An API key is required."));
        Refused other = new Refused(401, "Bearer", "What was sent is no API key.");
        assertThat(sent("Authorization", "Basic x")).isEqualTo(other);
        assertThat(sent("Authorization", "Bearer other")).isEqualTo(other);
    }

    @Test
    void severalCredentialsAreABadRequest() {
        String key = text(fixture.made());

        assertBad(sent("X-API-Key", key, "X-API-Key", key));
        assertBad(sent("Authorization", "Bearer " + key, "Authorization", "Bearer " + key));
        assertBad(sent("Authorization", "Bearer " + key, "X-API-Key", key));
        assertBad(sent("Authorization", "Basic x", "X-API-Key", key));
        assertBad(sent("Authorization", "Basic x", "Authorization", "Bearer " + key));
    }

    @Test
    void aMalformedHeaderIsABadRequest() {
        String key = text(fixture.made());

        assertBad(sent("Authorization", "Bearer " + key + " x"));
        assertBad(sent("Authorization", "Bearer " + key + ", Bearer " + key));
        assertBad(sent("X-API-Key", ""));
        assertBad(sent("X-API-Key", key + "," + key));
        assertBad(sent("X-API-Key", "mcpk_é"));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutAskingTheStore() {
        String key = text(fixture.made());
        fixture.store.down = true;

        assertThat(sent("X-API-Key", "hunter2")).isEqualTo(WRONG);
        assertThat(sent("Authorization", "Bearer mcpk_live_x")).isEqualTo(WRONG);
        assertThat(sent("X-API-Key", key.substring(0, key.length() - 1) + (key.endsWith("a") ? "b" : "a")))
                .isEqualTo(WRONG);
        assertThat(fixture.store.asked).isZero();
    }

    @Test
    void everyRefusedKeyGetsTheSameAnswer() {
        Issued expired = fixture.issuer.create(fixture.terms().withLifetime(Duration.ofHours(1)));
        Issued revoked = fixture.made();
        Issued elsewhere = fixture.issuer.create(fixture.terms().withNetworks(List.of(Network.parse("10.0.0.0/8"))));
        Issued early = fixture.issuer.create(KeyTerms.of("alice", NOON.plus(Duration.ofDays(1))));
        fixture.issuer.revoke(revoked.key().id());
        fixture.now = NOON.plus(Duration.ofHours(1));
        String unknown = ApiKey.generate(new SecureRandom()).text().revealText();
        String wrong =
                ApiKey.generate(elsewhere.key().id(), new SecureRandom()).text().revealText();

        assertThat(List.of(text(expired), text(revoked), text(elsewhere), text(early), unknown, wrong))
                .allSatisfy(key -> assertThat(sent("X-API-Key", key)).isEqualTo(WRONG));
        assertThat(fixture.logged)
                .hasSize(4)
                .anyMatch(line -> line.contains(expired.key().id() + " is refused: it is too early or too late"))
                .anyMatch(line -> line.contains(revoked.key().id() + " is refused: it is revoked"))
                .anyMatch(line -> line.contains(elsewhere.key().id() + " is refused: it may not be used from"));
    }

    @Test
    void aKeyWorksFromItsNetworksOnly() {
        Issued issued = fixture.issuer.create(
                fixture.terms().withNetworks(List.of(Network.parse("10.0.0.0/8"), Network.parse("::1"))));

        assertThat(sentFrom("10.1.2.3", issued)).isInstanceOf(Identified.class);
        assertThat(sentFrom("::1", issued)).isInstanceOf(Identified.class);
        assertThat(sentFrom("11.1.2.3", issued)).isEqualTo(WRONG);
        assertThat(sentFrom("", issued)).isEqualTo(WRONG);
    }

    @Test
    void aKeyEndsAtItsExpiryAlsoWhileItIsRemembered() {
        Issued issued = fixture.issuer.create(fixture.terms().withLifetime(Duration.ofSeconds(30)));
        assertThat(sent(issued)).isInstanceOf(Identified.class);

        fixture.now = NOON.plusSeconds(29);
        assertThat(sent(issued)).isInstanceOf(Identified.class);
        fixture.now = NOON.plusSeconds(30);
        assertThat(sent(issued)).isEqualTo(WRONG);
    }

    @Test
    void aRevocationTakesEffectWithinAMinute() {
        Issued issued = fixture.made();
        assertThat(sent(issued)).isInstanceOf(Identified.class);
        fixture.now = NOON.plusSeconds(59);
        assertThat(sent(issued)).isInstanceOf(Identified.class);
        fixture.issuer.revoke(issued.key().id());

        fixture.now = NOON.plusSeconds(60);

        assertThat(sent(issued)).isEqualTo(WRONG);
    }

    @Test
    void theOldSecretWorksUntilTheEndOfTheOverlapAndNotLonger() {
        Issued old = fixture.made();
        assertThat(sent(old)).isInstanceOf(Identified.class);
        Issued fresh =
                fixture.issuer.rotate(old.key().id(), Duration.ofHours(2)).orElseThrow();

        assertThat(sent(fresh)).isInstanceOf(Identified.class).isEqualTo(sent(old));
        fixture.now = NOON.plus(Duration.ofHours(2)).minusSeconds(1);
        assertThat(sent(old)).isInstanceOf(Identified.class);
        fixture.now = NOON.plus(Duration.ofHours(2));
        assertThat(sent(old)).isEqualTo(WRONG);
        assertThat(sent(fresh)).isInstanceOf(Identified.class);
    }

    @Test
    void twoSecretsLiveAtMost() {
        Issued first = fixture.made();
        String id = first.key().id();
        Issued second = fixture.issuer.rotate(id, Duration.ofHours(2)).orElseThrow();
        Issued third = fixture.issuer.rotate(id, Duration.ofHours(2)).orElseThrow();

        assertThat(sent(first)).isEqualTo(WRONG);
        assertThat(sent(second)).isInstanceOf(Identified.class);
        assertThat(sent(third)).isInstanceOf(Identified.class);
    }

    @Test
    void whatIsNotLiveIsNotRotated() {
        Issued issued = fixture.made();
        fixture.issuer.revoke(issued.key().id());

        assertThat(fixture.issuer.rotate(issued.key().id(), Duration.ZERO)).isEmpty();
        assertThat(fixture.issuer.rotate("0000000000", Duration.ZERO)).isEmpty();
        assertThat(fixture.issuer.rotate("nonsense", Duration.ZERO)).isEmpty();
    }

    @Test
    void whileTheStoreIsDownRememberedKeysWorkForAMinuteAndOthersWait() {
        Issued known = fixture.made();
        Issued other = fixture.made();
        assertThat(sent(known)).isInstanceOf(Identified.class);
        fixture.store.down = true;

        assertThat(((Refused) sent(other)).status()).isEqualTo(503);
        fixture.now = NOON.plusSeconds(59);
        assertThat(sent(known)).isInstanceOf(Identified.class);
        fixture.now = NOON.plusSeconds(60);
        assertThat(((Refused) sent(known)).status()).isEqualTo(503);

        fixture.store.down = false;
        assertThat(sent(known)).isInstanceOf(Identified.class);
        assertThat(sent(other)).isInstanceOf(Identified.class);
    }

    @Test
    void aGoodKeyAsksTheStoreOnceAMinuteAndABadOneEveryTenSeconds() {
        Issued good = fixture.made();
        String bad = ApiKey.generate(new SecureRandom()).text().revealText();
        fixture.store.asked = 0;

        for (int second = 0; second < 60; second++) {
            fixture.now = NOON.plusSeconds(second);
            sent(good);
        }
        assertThat(fixture.store.asked).isEqualTo(1);
        for (int second = 0; second < 60; second++) {
            fixture.now = NOON.plusSeconds(second);
            sent("X-API-Key", bad);
        }
        assertThat(fixture.store.asked).isEqualTo(1 + 6);
    }

    @Test
    void whatIsRememberedIsBounded() {
        Recent<Integer> recent = new Recent<>(10, Duration.ofSeconds(60));
        for (int i = 0; i < 1000; i++) {
            recent.put("name" + i, i, NOON);
        }

        assertThat(recent.size()).isEqualTo(10);
        assertThat(recent.get("name999", NOON)).contains(999);
        assertThat(recent.get("name0", NOON)).isEmpty();
    }

    @Test
    void anOlderPepperStillKnowsItsKeys() {
        Issued issued = fixture.made();
        Pepper both = new Pepper(List.of(KeyFixture.pepper(2), KeyFixture.pepper(1)));
        Pepper newOnly = new Pepper(List.of(KeyFixture.pepper(2)));
        HttpRequest request = KeyFixture.from("", "X-API-Key", text(issued));

        assertThat(with(both).authenticate(request)).isInstanceOf(Identified.class);
        assertThat(with(newOnly).authenticate(request)).isEqualTo(WRONG);
    }

    @Test
    void aHashIsGoodForItsOwnRecordOnly() {
        Issued mine = fixture.made();
        Issued theirs = fixture.issuer.create(fixture.terms().withScopes(List.of("admin")));
        KeyRecord forged = new KeyRecord(
                theirs.key().id(), theirs.record().terms(), mine.record().slots(), KeyRecord.State.ACTIVE, NOON);
        fixture.store.put(forged, fixture.store.find(forged.id()).orElseThrow().version());
        String secret = text(mine).substring(20, 64);

        assertThat(fixture.pepper.find(mine.key(), forged.slots())).isZero();
        assertThat(text(theirs)).doesNotContain(secret);
        assertThat(sent(theirs)).isEqualTo(WRONG);
    }

    @Test
    void besideABearerTokenEachLooksAtItsOwn() {
        Issued issued = fixture.made();
        Authenticator chain = new AuthenticatorChain(
                List.of(new BearerTokenAuthenticator(Secret.ofText("sesame")), fixture.authenticator));

        assertThat(chain.challenge()).isEqualTo("Bearer");
        assertThat(chain.authenticate(KeyFixture.from("", "Authorization", "Bearer " + text(issued))))
                .isInstanceOf(Identified.class);
        assertThat(chain.authenticate(KeyFixture.from("", "Authorization", "Bearer sesame")))
                .isInstanceOf(Identified.class);
        assertThat(chain.authenticate(KeyFixture.from("", "X-API-Key", text(issued))))
                .isInstanceOf(Identified.class);
        assertBad(chain.authenticate(KeyFixture.from("", "Authorization", "Bearer sesame", "X-API-Key", text(issued))));
        assertBad(chain.authenticate(
                KeyFixture.from("", "Authorization", "Bearer sesame", "Authorization", "Bearer " + text(issued))));
    }

    @Test
    void nothingThatIsPrintedHasASecret() {
        Issued issued = fixture.made();
        sent(issued);
        fixture.issuer.revoke(issued.key().id());
        fixture.now = NOON.plusSeconds(60);
        Outcome refused = sent(issued);
        String secret = text(issued).substring(21, 64);
        String hash = issued.record().slots().get(0).hash();

        assertThat(issued + " " + issued.key() + issued.record() + fixture.pepper + refused + fixture.logged
                        + fixture.store.list())
                .contains(issued.key().id())
                .doesNotContain(secret)
                .doesNotContain(hash);
    }

    private ApiKeyAuthenticator with(Pepper pepper) {
        return new ApiKeyAuthenticator(fixture.store, pepper, fixture.clock, fixture.log);
    }

    private static String text(Issued issued) {
        return issued.key().text().revealText();
    }

    private Outcome sent(Issued issued) {
        return sent("X-API-Key", text(issued));
    }

    private Outcome sentFrom(String address, Issued issued) {
        return fixture.authenticator.authenticate(KeyFixture.from(address, "X-API-Key", text(issued)));
    }

    private Outcome sent(String... headers) {
        return fixture.authenticator.authenticate(KeyFixture.from("192.0.2.1", headers));
    }

    private static void assertBad(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }
}
