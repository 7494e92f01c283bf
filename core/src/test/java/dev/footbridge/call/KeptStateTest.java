package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptStateTest {

    private static final Caller ALICE = new Caller("default", "issuer", "alice", Set.of());
    private static final Caller BOB = new Caller("default", "issuer", "bob", Set.of());
    private static final Duration HOUR = Duration.ofHours(1);
    private static final JsonObject ONE = JsonObject.of("n", Json.of(1));
    private static final JsonObject TWO = JsonObject.of("n", Json.of(2));

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final StateStore store = new MemoryStateStore(() -> now);
    private final KeptStates states = new KeptStates(store, () -> now);

    private KeptState alices(String handle) {
        return states.of(ALICE, handle);
    }

    @Test
    void whatIsKeptIsFoundByItsHandle() {
        KeptState basket = states.begin(ALICE);

        basket.put(ONE, HOUR);

        assertThat(alices(basket.handle()).get()).contains(ONE);
        assertThat(alices("another").get()).isEmpty();
    }

    @Test
    void aSecondValueTakesThePlaceOfTheFirst() {
        alices("basket").put(ONE, HOUR);

        alices("basket").put(TWO, HOUR);

        assertThat(alices("basket").get()).contains(TWO);
    }

    @Test
    void anotherCallerFindsNothingUnderTheSameHandle() {
        String handle = states.begin(ALICE).handle();
        alices(handle).put(ONE, HOUR);

        states.of(BOB, handle).put(TWO, HOUR);
        boolean removed = states.of(Caller.ANONYMOUS, handle).remove();

        assertThat(removed).isFalse();
        assertThat(states.of(Caller.ANONYMOUS, handle).get()).isEmpty();
        assertThat(alices(handle).get()).contains(ONE);
        assertThat(states.of(BOB, handle).get()).contains(TWO);
    }

    @Test
    void anotherTenantFindsNothingUnderTheSameHandle() {
        Caller elsewhere = new Caller("elsewhere", ALICE.issuer(), ALICE.subject(), Set.of());
        alices("basket").put(ONE, HOUR);

        assertThat(states.of(elsewhere, "basket").get()).isEmpty();
    }

    @Test
    void scopesDoNotMakeAnotherCaller() {
        Caller withLess = new Caller(ALICE.tenant(), ALICE.issuer(), ALICE.subject(), Set.of("read"));
        alices("basket").put(ONE, HOUR);

        assertThat(states.of(withLess, "basket").get()).contains(ONE);
    }

    @Test
    void itIsGoneAtTheEndOfItsLifetime() {
        alices("basket").put(ONE, HOUR);

        now = now.plus(HOUR.minusMillis(1));
        assertThat(alices("basket").get()).contains(ONE);
        now = now.plusMillis(1);

        assertThat(alices("basket").get()).isEmpty();
    }

    @Test
    void aChangeBeginsTheLifetimeAgain() {
        alices("basket").put(ONE, HOUR);
        now = now.plus(HOUR.minusMillis(1));

        alices("basket").update(value -> value, HOUR);
        now = now.plus(HOUR.minusMillis(1));

        assertThat(alices("basket").get()).contains(ONE);
    }

    @Test
    void aChangeBeginsWithTheEmptyObject() {
        List<JsonObject> before = new ArrayList<>();

        JsonObject after = alices("basket")
                .update(
                        value -> {
                            before.add(value);
                            return ONE;
                        },
                        HOUR);

        assertThat(before).containsExactly(JsonObject.EMPTY);
        assertThat(after).isEqualTo(ONE);
        assertThat(alices("basket").get()).contains(ONE);
    }

    @Test
    void aChangeThatThrowsChangesNothing() {
        alices("basket").put(ONE, HOUR);

        assertThatThrownBy(() -> alices("basket")
                        .update(
                                value -> {
                                    throw new UnsupportedOperationException("the basket is full");
                                },
                                HOUR))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(alices("basket").get()).contains(ONE);
    }

    @Test
    void aChangeThatMeetsAnotherLosesNeither() {
        alices("n").put(ONE, HOUR);
        List<JsonObject> seen = new ArrayList<>();

        alices("n")
                .update(
                        value -> {
                            if (seen.isEmpty()) {
                                alices("n").put(TWO, HOUR);
                            }
                            seen.add(value);
                            return JsonObject.of("n", Json.of(value.integer("n").orElseThrow() + 10));
                        },
                        HOUR);

        assertThat(seen).containsExactly(ONE, TWO);
        assertThat(alices("n").get()).contains(JsonObject.of("n", Json.of(12)));
    }

    @Test
    void aChangeThatAlwaysMeetsAnotherGivesUp() {
        List<JsonObject> seen = new ArrayList<>();

        assertThatThrownBy(() -> alices("n")
                        .update(
                                value -> {
                                    seen.add(value);
                                    alices("n").put(JsonObject.of("n", Json.of(seen.size())), HOUR);
                                    return TWO;
                                },
                                HOUR))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).hasSize(16);
        assertThat(alices("n").get()).contains(JsonObject.of("n", Json.of(16)));
    }

    @Test
    void removingTellsWhetherThereWasAnything() {
        alices("approval").put(ONE, HOUR);

        assertThat(alices("approval").remove()).isTrue();
        assertThat(alices("approval").remove()).isFalse();

        assertThat(alices("approval").get()).isEmpty();
    }

    @Test
    void whatIsRemovedMeanwhileBelongsToOneOnly() {
        MeddlingStore meddling = new MeddlingStore(store);
        KeptStates through = new KeptStates(meddling, () -> now);
        alices("approval").put(ONE, HOUR);
        meddling.beforeRemoval = () -> alices("approval").remove();

        assertThat(through.of(ALICE, "approval").remove()).isFalse();
    }

    @Test
    void aNewHandleIsNotInTheStoreBeforeSomethingIsKept() {
        MeddlingStore counting = new MeddlingStore(store);

        new KeptStates(counting, () -> now).begin(ALICE);

        assertThat(counting.keys).isEmpty();
    }

    @Test
    void neitherCallerNorHandleCanBeReadInTheStore() {
        MeddlingStore watched = new MeddlingStore(store);

        new KeptStates(watched, () -> now).of(ALICE, "basket").put(ONE, HOUR);

        assertThat(watched.keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key.tenant()).isEqualTo("default");
            assertThat(key.name()).startsWith("kept/").doesNotContain("alice", "basket");
        });
    }

    @Test
    void aValueHas32KibibytesAtMost() {
        int around = "{\"t\":\"\"}".length();
        JsonObject largest = JsonObject.of("t", "x".repeat(KeptState.MAX_BYTES - around));
        JsonObject larger = JsonObject.of("t", "x".repeat(KeptState.MAX_BYTES - around - 1) + "ü");

        alices("t").put(largest, HOUR);

        assertThat(alices("t").get()).contains(largest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alices("t").put(larger, HOUR))
                .withMessage("what is kept may have 32768 bytes as JSON, and this has 32769");
    }

    @Test
    void aValueThatCouldNotBeReadBackIsRefused() {
        Json deep = JsonArray.EMPTY;
        for (int i = 0; i < 64; i++) {
            deep = JsonArray.of(deep);
        }
        JsonObject tooDeep = JsonObject.of("deep", deep);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> alices("t").put(tooDeep, HOUR))
                .withMessageContaining("64 deep");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aLifetimeIsLongerThanZero(long millis) {
        assertThatIllegalArgumentException().isThrownBy(() -> alices("t").put(ONE, Duration.ofMillis(millis)));
    }

    /** A store that notes what it is asked for, and does something of its own before a removal. */
    private static final class MeddlingStore implements StateStore {

        private final StateStore store;
        private final List<StateKey> keys = new ArrayList<>();
        private Runnable beforeRemoval = () -> {};

        private MeddlingStore(StateStore store) {
            this.store = store;
        }

        @Override
        public Optional<StateEntry> get(StateKey key) {
            keys.add(key);
            return store.get(key);
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            keys.add(key);
            return store.put(key, value, expected, deadline);
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            beforeRemoval.run();
            return store.remove(key, expected);
        }
    }
}
