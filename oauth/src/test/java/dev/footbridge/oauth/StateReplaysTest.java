package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        Refused refused =
                (Refused) instance(new BrokenStore()).authenticate(Requests.dpop(client.token, client.proof("1", "")));

        assertThat(refused.status()).isEqualTo(503);
    }

    private static final class BrokenStore implements StateStore {

        @Override
        public Optional<StateEntry> get(StateKey key) {
            throw new StateStoreException("down", null);
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            throw new StateStoreException("down", null);
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            throw new StateStoreException("down", null);
        }
    }
}
