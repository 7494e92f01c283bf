package dev.footbridge.session;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of one legacy response stream, kept for a while so that a client that lost its connection can go on after
 * the last one it saw. One writer, any number of readers, in any instance.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">2025-11-25, resumability</a>
 */
public final class EventLog {

    /** How long an event can be fetched again. */
    public static final Duration KEPT = Duration.ofMinutes(5);

    /** How long a stream is known to exist: longer than calls take, so that the last answer is always found. */
    private static final Duration MARKED = Duration.ofHours(1);

    private static final String LAST = "last ";
    private static final String MORE = "more ";

    private final StateStore store;
    private final InstantSource clock;
    private final StateKey stream;

    /** @param stream names the stream; unique for all time, and bound to its session */
    public EventLog(StateStore store, InstantSource clock, StateKey stream) {
        this.store = store;
        this.clock = clock;
        this.stream = stream;
    }

    /** One event as it was sent. */
    public record Logged(String data, boolean last) {}

    /** Keeps the event of that number, counted from 1. */
    public void append(int number, String data, boolean last) {
        store.put(
                key(number),
                (last ? LAST : MORE) + data,
                StateVersion.ABSENT,
                clock.instant().plus(KEPT));
    }

    /** Notes that the stream exists, so that readers can tell a stream without events from none. */
    public void open() {
        store.put(key(0), MORE, StateVersion.ABSENT, clock.instant().plus(MARKED));
    }

    /** What a reader may hope for. */
    public enum Rest {
        /** It cannot have seen that event, or what it missed is not kept any more. */
        UNKNOWN,
        /** It has seen the last event. */
        NOTHING,
        /** There is something, or there may be yet. */
        MORE
    }

    /** What there is for a reader whose last event had that number; 0 for one that saw none. */
    public Rest after(int number) {
        if (read(number + 1) != null) {
            return Rest.MORE;
        }
        Logged seen = read(number);
        if (seen == null) {
            return Rest.UNKNOWN;
        }
        return seen.last() ? Rest.NOTHING : Rest.MORE;
    }

    /** The event of that number, null if it is not there (yet). */
    public @Nullable Logged read(int number) {
        Optional<StateEntry> entry = store.get(key(number));
        return entry.map(stored -> new Logged(
                        stored.value().substring(LAST.length()), stored.value().startsWith(LAST)))
                .orElse(null);
    }

    private StateKey key(int number) {
        return new StateKey(stream.tenant(), stream.name() + "/" + number);
    }
}
