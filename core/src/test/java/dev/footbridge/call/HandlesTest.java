package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.MemoryStateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

    private static final Caller ALICE = new Caller("default", "issuer", "alice", Set.of());
    private static final Duration HOUR = Duration.ofHours(1);
    private static final JsonObject ONE = JsonObject.of("n", Json.of(1));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final KeptStates states = new KeptStates(new MemoryStateStore(() -> NOON), () -> NOON);

    private KeptState alices(String handle) {
        return states.of(ALICE, handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "käse", "\u0000"})
    void underWhatIsNoHandleNothingIsFoundAndNothingKept(String handle) {
        assertThat(alices(handle).get()).isEmpty();
        assertThat(alices(handle).remove()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alices(handle).put(ONE, HOUR))
                .withMessage("a handle has 1 to 128 visible ASCII characters");
    }

    @Test
    void aHandleHas128CharactersAtMost() {
        alices("h".repeat(128)).put(ONE, HOUR);

        assertThat(alices("h".repeat(128)).get()).contains(ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alices("h".repeat(129)).put(ONE, HOUR));
    }

    @Test
    void anonymousCallersKeepThingsUnderNewHandlesOnly() {
        KeptState made = states.begin(Caller.ANONYMOUS);
        made.put(ONE, HOUR);

        assertThat(states.of(Caller.ANONYMOUS, made.handle()).get()).contains(ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> states.of(Caller.ANONYMOUS, "preferences").put(ONE, HOUR))
                .withMessageContaining("Call.newState")
                .withMessageNotContaining("preferences");
    }

    @Test
    void aHandleThatAnAnonymousCallerMadeUpFindsNothing() {
        String handle = states.begin(Caller.ANONYMOUS).handle();
        String almost = (handle.startsWith("A") ? "B" : "A") + handle.substring(1);

        assertThat(states.of(Caller.ANONYMOUS, almost).get()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> states.of(Caller.ANONYMOUS, almost).put(ONE, HOUR));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> states.of(Caller.ANONYMOUS, handle.substring(1)).put(ONE, HOUR));
    }

    @Test
    void newHandlesAreRandomAndFitEverywhere() {
        Set<String> handles = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            handles.add(states.begin(ALICE).handle());
        }

        assertThat(handles).hasSize(100).allMatch(handle -> handle.matches("[A-Za-z0-9_-]{32}[0-9a-f]{8}"));
        assertThat(handles.stream().map(handle -> handle.substring(0, 32)).distinct())
                .hasSize(100);
    }
}
