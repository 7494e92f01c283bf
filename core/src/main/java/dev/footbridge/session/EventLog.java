package dev.footbridge.session;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongPredicate;
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

    /** How long a stream is known to exist: longer than calls take, for who has seen none of its events. */
    private static final Duration MARKED = Duration.ofHours(1);

    /** What an entry takes beside its data, about. */
    private static final int ENTRY = 512;

    private static final String LAST = "last ";
    private static final String MORE = "more ";
    /** In place of an event that was sent and is not kept. */
    private static final String LAST_GONE = "last";

    private static final String GONE = "more";

    private final StateStore store;
    private final InstantSource clock;
    private final StateKey stream;
    private final LongPredicate room;

    /**
     * @param stream names the stream; unique for all time, and bound to its session
     * @param room whether so many characters more may be kept
     */
    public EventLog(StateStore store, InstantSource clock, StateKey stream, LongPredicate room) {
        this.store = store;
        this.clock = clock;
        this.stream = stream;
        this.room = room;
    }

    /**
     * One event as it was sent.
     *
     * @param kept false if only its number is left: nobody gets past it who has not seen it
     */
    public record Logged(String data, boolean last, boolean kept) {}

    /** Keeps the event of that number, counted from 1; false if there is no room for it, which is noted. */
    public boolean append(int number, String data, boolean last) {
        boolean fits = room.test(ENTRY + data.length());
        if (fits) {
            promised(number, data, last);
        } else {
            forgo(number, last);
        }
        return fits;
    }

    /** Keeps the event whatever is kept already: for a client that was sent away, which finds it nowhere else. */
    public void promised(int number, String data, boolean last) {
        put(number, (last ? LAST : MORE) + data, KEPT);
    }

    /** Notes that the event of that number was sent and is not kept. */
    public void forgo(int number, boolean last) {
        put(number, last ? LAST_GONE : GONE, KEPT);
    }

    /**
     * Notes that the stream exists, so that readers can tell a stream without events from none; false if there is no
     * room for that.
     */
    public boolean open() {
        boolean fits = room.test(ENTRY);
        if (fits) {
            put(0, MORE, MARKED);
        }
        return fits;
    }

    private void put(int number, String value, Duration kept) {
        store.put(key(number), value, StateVersion.ABSENT, clock.instant().plus(kept));
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
        Logged next = read(number + 1);
        if (next != null) {
            return next.kept() ? Rest.MORE : Rest.UNKNOWN;
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
        return entry.map(stored -> logged(stored.value())).orElse(null);
    }

    private static Logged logged(String value) {
        boolean kept = value.length() >= LAST.length();
        return new Logged(kept ? value.substring(LAST.length()) : "", value.startsWith(LAST_GONE), kept);
    }

    private StateKey key(int number) {
        return new StateKey(stream.tenant(), stream.name() + "/" + number);
    }
}
