package dev.footbridge.audit;

import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.log.Log;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Begins the record of each request. Thread-safe. */
public final class Audit {

    /** For servers that record nothing. */
    public static final Audit NONE = new Audit(null, AuditSettings.DEFAULTS, Log.none(), InstantSource.system());

    /** A power of two. */
    private static final int CALLERS = 256;

    private final @Nullable AuditTrail trail;
    private final AuditSettings settings;
    private final Log log;
    private final InstantSource clock;

    /**
     * The callers seen last, each until another takes its place. There is no lock: what is kept is immutable, and
     * whoever finds nothing writes it again.
     */
    private final @Nullable CallerFacts[] callers = new CallerFacts[CALLERS];

    private Audit(@Nullable AuditTrail trail, AuditSettings settings, Log log, InstantSource clock) {
        this.trail = trail;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** @param log is told of records that could not be kept */
    public static Audit of(AuditTrail trail, AuditSettings settings, Log log, InstantSource clock) {
        return new Audit(trail, settings, log, clock);
    }

    /**
     * The record of a request that has just come.
     *
     * @param requestId names it in the log
     * @param address where it comes from, empty where the platform does not say
     */
    public AuditEntry begin(String requestId, String address) {
        return trail == null ? AuditEntry.NONE : new AuditEntry(this, trail, requestId, address);
    }

    /** What records say of a caller; whoever verified a credential hands out one object for it for a while. */
    @SuppressWarnings("ReferenceEquality") // one that is equal is written again, which is cheaper than to compare
    Json facts(Caller caller, AuditKey key) {
        int place = System.identityHashCode(caller) & (CALLERS - 1);
        CallerFacts known = callers[place];
        if (known == null || known.caller() != caller) {
            known = CallerFacts.of(caller, key, settings.plainSubjects());
            callers[place] = known;
        }
        return known.facts();
    }

    AuditSettings settings() {
        return settings;
    }

    Log log() {
        return log;
    }

    InstantSource clock() {
        return clock;
    }

    /** Ends the stream for now: its head is kept. */
    public void close() {
        if (trail != null) {
            trail.keepHead();
        }
    }
}
