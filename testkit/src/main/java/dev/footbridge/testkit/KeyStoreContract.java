package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Reach;
import dev.footbridge.http.Network;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyIssuer.Issued;
import dev.footbridge.key.KeyRecord;
import dev.footbridge.key.KeyStore;
import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.key.Pepper;
import dev.footbridge.secret.Secret;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyStore} must do. Extend it, and open stores that share what they keep, as the processes of one
 * server do, and read the time from the given clock. In each test the first finds nothing there.
 */
public abstract class KeyStoreContract {

    private static final int THREADS = 4;
    private static final Pepper PEPPER = new Pepper(List.of(Secret.of(new byte[32])));

    private final TestClock clock = TestClock.fixed();
    private KeyStore store;
    private KeyStore other;

    /** One more store on the same keys. */
    protected abstract KeyStore openStore(InstantSource time);

    @BeforeEach
    final void beginWithTwoStoresOnNoKeys() {
        store = openStore(clock);
        other = openStore(clock);
    }

    @Test
    final void nothingIsThereBeforeItIsWritten() {
        KeyRecord key = made().record();
        StoredKey stored = store.find(key.id()).orElseThrow();

        assertThat(store.find("0000000000")).isEmpty();
        assertThat(store.put(renamed(key, "1111111111"), stored.version())).isEmpty();
        assertThat(store.list()).containsExactly(stored);
    }

    @Test
    final void aRecordComesBackWholeAtEveryStore() {
        KeyTerms terms = KeyTerms.of("Zoë 😀 \"quoted\"", clock.instant())
                .withTenant("tenant/1")
                .withLabel("ci, nightly")
                .withScopes(List.of("orders:read", "orders:write"))
                .withReach(new Reach(Set.of("read_*", "list"), Set.of("notes://*"), Set.of("plan")))
                .withNetworks(List.of(Network.parse("10.0.0.0/8"), Network.parse("2001:db8::/32")));
        Issued issued = issuer().create(terms);

        assertThat(store.find(issued.key().id()).orElseThrow().key()).isEqualTo(issued.record());
        assertThat(other.find(issued.key().id()))
                .isEqualTo(store.find(issued.key().id()));
    }

    @Test
    final void creatingWhatIsThereChangesNothing() {
        KeyRecord key = made().record();

        assertThat(store.put(key, StateVersion.ABSENT)).isEmpty();
        assertThat(other.put(key, StateVersion.ABSENT)).isEmpty();
    }

    @Test
    final void aChangeNeedsTheVersionThatIsStored() {
        KeyRecord key = made().record();
        StateVersion first = other.find(key.id()).orElseThrow().version();
        StateVersion second = store.put(key, first).orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(other.put(key, first)).isEmpty();
        assertThat(other.find(key.id())).contains(new StoredKey(key, second));
    }

    @Test
    final void aRevocationIsSeenByTheOtherStore() {
        String id = made().key().id();
        assertThat(other.find(id).orElseThrow().key().state()).isEqualTo(KeyRecord.State.ACTIVE);

        issuer().revoke(id);

        assertThat(other.find(id).orElseThrow().key().state()).isEqualTo(KeyRecord.State.REVOKED);
        assertThat(other.list()).hasSize(1).allMatch(stored -> stored.key().state() == KeyRecord.State.REVOKED);
    }

    @Test
    final void listsAreOldestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            ids.add(made().key().id());
        }

        assertThat(other.list().stream().map(stored -> stored.key().id())).containsExactlyElementsOf(ids);
    }

    @Test
    final void aRecordIsThereUntilItsKeyExpires() {
        Issued issued = made();

        clock.advance(KeyTerms.DEFAULT_LIFETIME);

        assertThat(store.find(issued.key().id())).isPresent();
        assertThat(other.list()).hasSize(1);
    }

    @Test
    final void noKeyIsLostBetweenManyWriters() throws Exception {
        int each = 5;

        AtOnce.in(THREADS, () -> {
            KeyIssuer issuer = new KeyIssuer(openStore(clock), PEPPER, clock);
            for (int i = 0; i < each; i++) {
                issuer.create(KeyTerms.of("owner", clock.instant()));
            }
            return true;
        });

        assertThat(store.list()).hasSize(THREADS * each);
    }

    @Test
    final void ofManyWritersExactlyOneWins() throws Exception {
        KeyRecord key = made().record();
        StateVersion seen = store.find(key.id()).orElseThrow().version();

        List<Optional<StateVersion>> outcomes =
                AtOnce.in(THREADS, () -> openStore(clock).put(key, seen));

        assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(1);
    }

    private Issued made() {
        return issuer().create(KeyTerms.of("owner", clock.instant()));
    }

    private KeyIssuer issuer() {
        return new KeyIssuer(store, PEPPER, clock);
    }

    private static KeyRecord renamed(KeyRecord key, String id) {
        return new KeyRecord(id, key.terms(), key.slots(), key.state(), key.createdAt());
    }
}
