package dev.footbridge.oauth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The proofs that were used, in the memory of one process, each until it is too old. Where there are too many to
 * remember, proofs are refused: one that is let in unremembered could be used again. Thread-safe.
 */
public final class MemoryReplays implements Replays {

    private static final int MAX_ENTRIES = 100_000;
    private static final int SWEEP_EVERY = 1_000;

    private final InstantSource clock;
    private final Map<Proof, Instant> used = new HashMap<>();
    private int sinceSweep;

    public MemoryReplays(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws IllegalStateException if no more can be remembered */
    @Override
    public synchronized boolean isFirst(String proofKey, String proofId, Instant until) {
        sinceSweep++;
        if (sinceSweep >= SWEEP_EVERY || used.size() >= MAX_ENTRIES) {
            sinceSweep = 0;
            Instant now = clock.instant();
            used.values().removeIf(end -> end.isBefore(now));
        }
        if (used.size() >= MAX_ENTRIES) {
            throw new IllegalStateException("more than " + MAX_ENTRIES + " proofs are in use");
        }
        return used.putIfAbsent(new Proof(proofKey, proofId), until) == null;
    }

    private record Proof(String key, String id) {}
}
