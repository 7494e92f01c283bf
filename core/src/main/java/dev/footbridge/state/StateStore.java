package dev.footbridge.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps small values between requests, each until its own deadline.
 *
 * <p>Thread-safe, and safe for many processes at once: {@link #put} is the only way to change a value, and it never
 * overwrites a version that its caller has not seen. Methods may block on the network; none retries. A store that
 * cannot answer throws {@link StateStoreException}. A store is correct when it passes {@code StateStoreContract} of the
 * testkit.
 */
public interface StateStore {

    /** The live entry; empty if it was never written, was removed, or is past its deadline. */
    Optional<StateEntry> get(StateKey key);

    /**
     * Writes {@code value} if the stored version is still {@code expected}.
     *
     * @param expected {@link StateVersion#ABSENT} to create
     * @param deadline when the entry stops being visible; a store may keep the bytes longer
     * @return the new version, or empty if another writer was first
     */
    Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline);

    /**
     * Removes the entry if its version is still {@code expected}.
     *
     * @return false if it was not there or another writer was first; so of several takers exactly one sees true
     */
    boolean remove(StateKey key, StateVersion expected);
}
