package dev.footbridge.call;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.Digest;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One small JSON object that a server keeps for one caller between calls, under a handle. Thread-safe.
 *
 * <p>The protocol has no session that a tool could keep things in. What a later call needs is kept here, and the handle
 * goes out in a result and comes back as an argument, so that the model knows what it is working on:
 *
 * <pre>{@code
 * KeptState basket = call.newState();
 * basket.put(JsonObject.of("items", JsonArray.EMPTY), Duration.ofHours(1));
 * return ToolResult.text("Your basket is " + basket.handle());
 *
 * JsonObject items = call.state(in.get(BASKET)).get()
 *         .orElseThrow(() -> new ToolFailure("There is no such basket: open a new one."));
 * }</pre>
 *
 * <p>It is in the server's {@link StateStore}, so every instance with the same store finds it, and it is found by its
 * caller only: another caller, or another tenant, finds nothing under the same handle. All who are the same
 * {@link Caller} share what they keep, such as all who have the one token of a server.
 *
 * <p>An {@linkplain Caller#anonymous() anonymous} caller can be anybody, so for it the handle is all that keeps people
 * apart. It has to be one that {@link Call#newState} made, which nobody can guess; under any other, such as
 * {@code preferences} or one that a model made up, nothing is found and nothing can be kept.
 *
 * <p>A handle has 1 to {@value Handles#MAX_LENGTH} visible ASCII characters. Handles may come straight from arguments:
 * under one that breaks these rules {@link #get} finds nothing and {@link #remove} does nothing, while {@link #put} and
 * {@link #update} throw {@link UnusableHandle}, which tells the client why. Every method throws
 * {@link StateStoreException} if the store cannot answer; whether it was written is then unknown. A tool may catch
 * that; what it lets pass goes to the operator's log.
 */
public final class KeptState {

    /** The largest value as UTF-8 JSON: what one entry takes in every store. */
    public static final int MAX_BYTES = 32 * 1024;

    private static final int MAX_ATTEMPTS = 16;

    private final StateStore store;
    private final InstantSource clock;
    private final Caller caller;
    private final String handle;

    KeptState(StateStore store, InstantSource clock, Caller caller, String handle) {
        this.store = store;
        this.clock = clock;
        this.caller = caller;
        this.handle = handle;
    }

    /** What it is found by in later calls. */
    public String handle() {
        return handle;
    }

    /** What is kept; empty if nothing is, or no longer. */
    public Optional<JsonObject> get() {
        return entry().flatMap(KeptState::read);
    }

    /**
     * Keeps the value in place of what was kept before.
     *
     * @param lifetime after which it is gone, counted from now. Choose it short: nothing else bounds how much one
     *     caller has kept
     * @throws IllegalArgumentException if the value is over {@link #MAX_BYTES} or nested deeper than is read back, or
     *     the lifetime is not longer than zero
     */
    public void put(JsonObject value, Duration lifetime) {
        update(before -> value, lifetime);
    }

    /**
     * Changes what is kept, without losing what other calls change at the same time.
     *
     * @param change gets what is kept, an empty object if nothing is; runs again if another call was faster, so it must
     *     do nothing else. What it throws passes through, and nothing has changed then
     * @param lifetime as for {@link #put}; it starts again
     * @return what is kept now
     * @throws IllegalArgumentException as for {@link #put}
     * @throws IllegalStateException if other calls were faster again and again
     */
    public JsonObject update(UnaryOperator<JsonObject> change, Duration lifetime) {
        if (lifetime.isZero() || lifetime.isNegative()) {
            throw new IllegalArgumentException("what is kept needs a lifetime longer than zero");
        }
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> before = entry();
            JsonObject changed = change.apply(before.flatMap(KeptState::read).orElse(JsonObject.EMPTY));
            if (write(changed, lifetime, before)) {
                return changed;
            }
        }
        throw tooBusy();
    }

    /**
     * Forgets what is kept.
     *
     * @return false if nothing was; so of several calls that remove the same value exactly one sees true
     * @throws IllegalStateException if other calls changed it again and again meanwhile
     */
    public boolean remove() {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = entry();
            if (entry.isEmpty()) {
                return false;
            }
            if (store.remove(key(), entry.get().version())) {
                return true;
            }
        }
        throw tooBusy();
    }

    private Optional<StateEntry> entry() {
        return Handles.objection(handle, caller).isPresent() ? Optional.empty() : store.get(key());
    }

    private boolean write(JsonObject value, Duration lifetime, Optional<StateEntry> before) {
        Handles.objection(handle, caller).ifPresent(objection -> {
            throw objection;
        });
        StateVersion expected = before.map(StateEntry::version).orElse(StateVersion.ABSENT);
        return store.put(key(), text(value), expected, clock.instant().plus(lifetime))
                .isPresent();
    }

    private StateKey key() {
        return new StateKey(caller.tenant(), "kept/" + Digest.of(caller.key()) + "/" + Digest.of(handle));
    }

    private static Optional<JsonObject> read(StateEntry entry) {
        return JsonReader.readObject(entry.value());
    }

    /** The value as it is stored, once it is sure that it can be read back. */
    private static String text(JsonObject value) {
        String text = JsonWriter.text(value);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "what is kept may have " + MAX_BYTES + " bytes as JSON, and this has " + bytes);
        }
        if (JsonReader.readObject(text).isEmpty()) {
            throw new IllegalArgumentException("what is kept may be nested " + JsonReader.MAX_DEPTH
                    + " deep, with numbers of " + JsonReader.MAX_NUMBER_LENGTH + " characters");
        }
        return text;
    }

    private static IllegalStateException tooBusy() {
        return new IllegalStateException("a kept value is changed by too many calls at once");
    }
}
