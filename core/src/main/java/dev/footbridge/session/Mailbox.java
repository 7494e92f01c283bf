package dev.footbridge.session;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a legacy client's answer to a question waits for the call that asked, which may run in another instance.
 * Thread-safe.
 */
public final class Mailbox {

    private static final Duration FIRST_WAIT = Duration.ofMillis(2);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
    private static final String WAITING = "";

    private final StateStore store;

    public Mailbox(StateStore store) {
        this.store = store;
    }

    /** Says that an answer is expected; only then is one taken in. */
    public void expect(StateKey letter, Instant deadline) {
        store.put(letter, WAITING, StateVersion.ABSENT, deadline);
    }

    /** Takes an answer in; false if nobody waits for it, or it has been answered already. */
    public boolean deliver(StateKey letter, JsonObject answer) {
        Optional<StateEntry> waiting =
                store.get(letter).filter(entry -> entry.value().equals(WAITING));
        return waiting.isPresent()
                && store.put(
                                letter,
                                JsonWriter.text(answer),
                                waiting.get().version(),
                                waiting.get().deadline())
                        .isPresent();
    }

    /**
     * Waits for the answer and takes it out.
     *
     * @return empty once the deadline given to {@link #expect} has passed
     * @throws InterruptedException if the waiting call was cancelled
     */
    public Optional<JsonObject> await(StateKey letter) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        while (true) {
            Optional<StateEntry> entry = store.get(letter);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (!entry.get().value().equals(WAITING)) {
                store.remove(letter, entry.get().version());
                return JsonReader.readObject(entry.get().value());
            }
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }
}
