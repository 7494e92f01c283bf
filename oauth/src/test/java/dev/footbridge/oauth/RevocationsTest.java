package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.state.MemoryStateStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that are taken back before they end, by their names. */
final class RevocationsTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final MemoryStateStore store = new MemoryStateStore(clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private OAuthAuthenticator authenticator(Revocations revocations) {
        return new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(issuer.trusted())
                        .build(),
                OAuthParts.of(clock, Log.none()).withRevocations(revocations));
    }

    @Test
    void aTokenThatIsKnownToBeGoodIsRefusedAsSoonAsItIsOnTheList() {
        AtomicReference<RevokedTokens> list = new AtomicReference<>(new RevokedTokens(Set.of()));
        OAuthAuthenticator authenticator = authenticator((by, id) -> list.get().isRevoked(by, id));
        String token = issuer.token(issuer.claims(clock.seconds()));

        assertThat(authenticator.authenticate(Requests.bearer(token))).isInstanceOf(Identified.class);
        list.set(RevokedTokens.parse("token-1"));
        Refused refused = (Refused) authenticator.authenticate(Requests.bearer(token));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge()).contains("invalid_token", "The token was revoked.");
    }

    @Test
    void aListNamesTokensAloneOrWithTheirIssuer() {
        RevokedTokens list = RevokedTokens.parse("# gone\n\n a \t# stolen\r\nhttps://id.example.com\tb\n #c\nd#1");

        assertThat(list.isRevoked("https://id.example.com", "a")).isTrue();
        assertThat(list.isRevoked("https://other.example.com", "a")).isTrue();
        assertThat(list.isRevoked("https://id.example.com", "b")).isTrue();
        assertThat(list.isRevoked("https://other.example.com", "b")).isFalse();
        assertThat(list.isRevoked("https://id.example.com", "#c")).isFalse();
        assertThat(list.isRevoked("https://id.example.com", "A")).isFalse();
        assertThat(list.isRevoked("https://id.example.com", "d#1")).isTrue();
        assertThatThrownBy(() -> RevokedTokens.parse("a\nb c d")).hasMessageStartingWith("line 2 ");
        assertThatThrownBy(() -> RevokedTokens.parse("a stolen")).hasMessageStartingWith("line 1 ");
    }

    @Test
    void whatOneInstanceRevokesTheOthersRefuseWithinHalfAMinute() {
        StateRevocations here = new StateRevocations(store, clock);
        StateRevocations there = new StateRevocations(store, clock);
        assertThat(there.isRevoked("i", "t")).isFalse();

        here.revoke("i", "t", clock.instant().plus(Duration.ofHours(1)));

        assertThat(here.isRevoked("i", "t")).isTrue();
        clock.forward(StateRevocations.BELIEVED);
        assertThat(there.isRevoked("i", "t")).isTrue();
        assertThat(there.isRevoked("i", "other")).isFalse();
        assertThat(there.isRevoked("other", "t")).isFalse();
    }

    @Test
    void aSecondRevocationCanLastLonger() {
        StateRevocations revocations = new StateRevocations(store, clock);
        revocations.revoke("i", "t", clock.instant().plus(Duration.ofMinutes(1)));
        revocations.revoke("i", "t", clock.instant().plus(Duration.ofHours(1)));

        clock.forward(Duration.ofMinutes(30));
        assertThat(revocations.isRevoked("i", "t")).isTrue();
        clock.forward(Duration.ofMinutes(31));
        assertThat(revocations.isRevoked("i", "t")).isFalse();
    }

    @Test
    void whatTheStoreSaidIsBelievedForHalfAMinuteAndThenNoTokenIsGoodWithoutIt() {
        Outage outage = new Outage(store);
        OAuthAuthenticator authenticator = authenticator(new StateRevocations(outage, clock));
        String token = issuer.token(issuer.claims(clock.seconds()));
        assertThat(authenticator.authenticate(Requests.bearer(token))).isInstanceOf(Identified.class);

        outage.begin();
        assertThat(authenticator.authenticate(Requests.bearer(token))).isInstanceOf(Identified.class);
        clock.forward(StateRevocations.BELIEVED);

        assertThat(((Refused) authenticator.authenticate(Requests.bearer(token))).status())
                .isEqualTo(503);
    }
}
