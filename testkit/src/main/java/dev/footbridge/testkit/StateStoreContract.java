package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StateStore} must do. Extend it, and hand it an empty store that reads the time from the given
 * clock.
 */
public abstract class StateStoreContract {

    private static final int THREADS = 8;
    private static final StateKey KEY = new StateKey("tenant", "name");

    private final TestClock clock = TestClock.fixed();
    private StateStore store;

    /** A store with nothing in it. */
    protected abstract StateStore newStore(InstantSource time);

    @BeforeEach
    final void beginWithAnEmptyStore() {
        store = newStore(clock);
    }

    @Test
    final void nothingIsThereBeforeItIsWritten() {
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.remove(KEY, StateVersion.ABSENT)).isFalse();
        assertThat(store.remove(KEY, new StateVersion("1"))).isFalse();
        assertThat(store.put(KEY, "v", new StateVersion("1"), inAnHour())).isEmpty();
        assertThat(store.get(KEY)).isEmpty();
    }

    @Test
    final void whatWasWrittenIsReadBackWithItsVersionAndDeadline() {
        StateVersion version = create(KEY, "value");

        assertThat(store.get(KEY)).contains(new StateEntry("value", version, inAnHour()));
        assertThat(version).isNotEqualTo(StateVersion.ABSENT);
    }

    @Test
    final void creatingWhatIsThereChangesNothing() {
        StateVersion first = create(KEY, "first");

        assertThat(store.put(KEY, "second", StateVersion.ABSENT, inAnHour())).isEmpty();
        assertThat(store.get(KEY)).contains(new StateEntry("first", first, inAnHour()));
    }

    @Test
    final void aChangeNeedsTheVersionThatIsStored() {
        StateVersion first = create(KEY, "first");
        StateVersion second = store.put(KEY, "second", first, inAnHour()).orElseThrow();

        assertThat(store.put(KEY, "third", first, inAnHour())).isEmpty();
        assertThat(store.get(KEY)).contains(new StateEntry("second", second, inAnHour()));
    }

    @Test
    final void everyWriteHasAVersionOfItsOwnEvenOfTheSameValue() {
        Set<StateVersion> versions = new HashSet<>();
        StateVersion version = create(KEY, "same");
        for (int i = 0; i < 20; i++) {
            assertThat(versions.add(version)).isTrue();
            version = store.put(KEY, "same", version, inAnHour()).orElseThrow();
        }
        assertThat(store.remove(KEY, version)).isTrue();

        assertThat(versions.add(version)).isTrue();
        assertThat(versions).doesNotContain(create(KEY, "same"));
    }

    @Test
    final void aRemovalNeedsTheVersionThatIsStored() {
        StateVersion first = create(KEY, "first");
        StateVersion second = store.put(KEY, "second", first, inAnHour()).orElseThrow();

        assertThat(store.remove(KEY, first)).isFalse();
        assertThat(store.remove(KEY, StateVersion.ABSENT)).isFalse();
        assertThat(store.get(KEY)).isPresent();
        assertThat(store.remove(KEY, second)).isTrue();
        assertThat(store.remove(KEY, second)).isFalse();
        assertThat(store.get(KEY)).isEmpty();
    }

    @Test
    final void anEntryIsGoneFromTheInstantOfItsDeadline() {
        StateVersion version = create(KEY, "value");

        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(store.get(KEY)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.remove(KEY, version)).isFalse();
        assertThat(store.put(KEY, "late", version, inAnHour())).isEmpty();
    }

    @Test
    final void anExpiredNameCanBeCreatedAgain() {
        create(KEY, "old");
        clock.advance(Duration.ofHours(2));

        StateVersion version = create(KEY, "new");

        assertThat(store.get(KEY)).contains(new StateEntry("new", version, inAnHour()));
    }

    @Test
    final void aWriteMovesTheDeadline() {
        StateVersion first = create(KEY, "value");
        assertThat(store.put(KEY, "value", first, inAnHour().plusSeconds(3600))).isPresent();

        clock.advance(Duration.ofMinutes(90));

        assertThat(store.get(KEY)).isPresent();
    }

    @Test
    final void tenantsAndNamesNeverMeet() {
        List<StateKey> keys = List.of(
                new StateKey("a", "bc"),
                new StateKey("ab", "c"),
                new StateKey("a", "b/c"),
                new StateKey("a/b", "c"),
                new StateKey("a", "b#c"),
                new StateKey("a#b", "c"),
                new StateKey("a:b", "c"),
                new StateKey("a", "b:c"),
                new StateKey("A", "bc"),
                new StateKey("a", "bC"));

        keys.forEach(key -> create(key, key.toString()));

        assertThat(keys).allSatisfy(key -> assertThat(valueOf(key)).contains(key.toString()));
        StateVersion version = store.get(keys.get(0)).orElseThrow().version();
        assertThat(store.remove(keys.get(0), version)).isTrue();
        assertThat(keys.subList(1, keys.size()))
                .allSatisfy(key -> assertThat(valueOf(key)).isPresent());
    }

    @Test
    final void textOfEveryKindIsKeptAsItIs() {
        List<String> values =
                List.of("", " ", "é", "e\u0301", "😀\uFFFD", "\"\\\n\r\t\u0001\u007f", "null", "a\u2028b");
        for (String value : values) {
            StateKey key = new StateKey("ténant 😀", "name:" + values.indexOf(value) + "/%2F ?#\\é");
            create(key, value);
            assertThat(valueOf(key)).contains(value);
        }
    }

    @Test
    final void aLargeValueIsKeptWhole() {
        String value = "0123456789abcde\n".repeat(16 * 1024);

        create(KEY, value);

        assertThat(valueOf(KEY)).contains(value);
    }

    @Test
    final void ofManyCreatorsExactlyOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            StateKey key = new StateKey("tenant", "race" + round);
            List<Optional<StateVersion>> outcomes =
                    AtOnce.in(THREADS, () -> store.put(key, "v", StateVersion.ABSENT, inAnHour()));

            assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(1);
        }
    }

    @Test
    final void ofManyTakersExactlyOneIsToldThatItTook() throws Exception {
        for (int round = 0; round < 20; round++) {
            StateKey key = new StateKey("tenant", "taken" + round);
            StateVersion version = create(key, "v");

            assertThat(AtOnce.in(THREADS, () -> store.remove(key, version))).containsOnlyOnce(true);
            assertThat(store.get(key)).isEmpty();
        }
    }

    @Test
    final void noIncrementIsLostBetweenManyWriters() throws Exception {
        int each = 10;
        create(KEY, "0");

        AtOnce.in(THREADS, () -> {
            for (int done = 0; done < each; ) {
                StateEntry seen = store.get(KEY).orElseThrow();
                String next = Integer.toString(Integer.parseInt(seen.value()) + 1);
                done += store.put(KEY, next, seen.version(), inAnHour()).isPresent() ? 1 : 0;
            }
            return true;
        });

        assertThat(valueOf(KEY)).contains(Integer.toString(THREADS * each));
    }

    private StateVersion create(StateKey key, String value) {
        return store.put(key, value, StateVersion.ABSENT, inAnHour()).orElseThrow();
    }

    private Optional<String> valueOf(StateKey key) {
        return store.get(key).map(StateEntry::value);
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }
}
