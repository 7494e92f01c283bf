package dev.footbridge.oauth;

import dev.footbridge.state.Digest;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Instant;

/**
 * The proofs that were used, in a store that all instances share: one conditional write for each request with a proof.
 * While the store does not answer, proofs are refused. Thread-safe.
 */
public final class StateReplays implements Replays {

    private final StateStore store;

    public StateReplays(StateStore store) {
        this.store = store;
    }

    /** @throws StateStoreException if the store does not answer */
    @Override
    public boolean isFirst(String proofKey, String proofId, Instant until) {
        // A thumbprint has no blank, so no other pair makes the same text.
        StateKey key = new StateKey("", "proof/" + Digest.of(proofKey + " " + proofId));
        return store.put(key, "", StateVersion.ABSENT, until).isPresent();
    }
}
