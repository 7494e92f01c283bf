package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** D3: used proofs in a store that instances share. */
final class StateReplaysTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final Prover client = new Prover(issuer, clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private OAuthAuthenticator instance(StateStore store) {
        return new OAuthAuthenticator(
                OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(issuer.trusted())
                        .proofs(Binding.REQUIRED)
                        .build(),
                OAuthParts.of(clock, Log.none()).withReplays(new StateReplays(store)));
    }

    @Test
    void aProofThatOneInstanceTookIsRefusedByTheOther() {
        StateStore store = new MemoryStateStore(clock);
        HttpRequest request = Requests.dpop(client.token, client.proof("1", ""));

        assertThat(instance(store).authenticate(request)).isInstanceOf(Identified.class);
        assertThat(((Refused) instance(store).authenticate(request)).challenge())
                .contains("invalid_dpop_proof", "used before");
        assertThat(instance(store).authenticate(Requests.dpop(client.token, client.proof("2", ""))))
                .isInstanceOf(Identified.class);
    }

    @Test
    void proofsOfDifferentKeysMayHaveOneName() {
        StateReplays replays = new StateReplays(new MemoryStateStore(clock));
        Instant until = clock.instant().plus(Duration.ofMinutes(5));

        assertThat(replays.isFirst("a", "1", until)).isTrue();
        assertThat(replays.isFirst("b", "1", until)).isTrue();
        assertThat(replays.isFirst("a", "1", until)).isFalse();
    }

    @Test
    void withoutTheStoreNoProofIsTaken() {
        Outage outage = new Outage(new MemoryStateStore(clock));
        outage.begin();

        Refused refused = (Refused) instance(outage).authenticate(Requests.dpop(client.token, client.proof("1", "")));

        assertThat(refused.status()).isEqualTo(503);
    }
}
