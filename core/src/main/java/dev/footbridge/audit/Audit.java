package dev.footbridge.audit;

import dev.footbridge.log.Log;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Begins the record of each request. Thread-safe. */
public final class Audit {

    /** For servers that record nothing. */
    public static final Audit NONE = new Audit(null, AuditSettings.DEFAULTS, Log.none(), InstantSource.system());

    private final @Nullable AuditTrail trail;
    private final AuditSettings settings;
    private final Log log;
    private final InstantSource clock;
    private final @Nullable CallerFacts callers;

    private Audit(@Nullable AuditTrail trail, AuditSettings settings, Log log, InstantSource clock) {
        this.trail = trail;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.callers = trail == null ? null : new CallerFacts(trail.key(), settings.plainSubjects());
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
        return trail == null || callers == null
                ? AuditEntry.NONE
                : new AuditEntry(this, trail, callers, requestId, address);
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
