package dev.footbridge.key;

import dev.footbridge.state.StateVersion;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is known of API keys, by their ids. Whether a key is good is not its concern.
 *
 * <p>Thread-safe, and safe for many processes at once: {@link #put} never overwrites a version that its caller has not
 * seen. Nothing is retried. A record is there until its key expires; a store may forget it from 30 days after that. A
 * store that cannot answer, or cannot read what it holds, throws {@link KeyStoreException}. A store is correct when it
 * passes {@code KeyStoreContract} of the testkit.
 */
public interface KeyStore {

    /** The record with that id. */
    Optional<StoredKey> find(String id);

    /** Every record, oldest first. */
    List<StoredKey> list();

    /**
     * Writes the record if the stored version is still {@code expected}.
     *
     * @param expected {@link StateVersion#ABSENT} to create
     * @return the new version, or empty if another writer was first
     */
    Optional<StateVersion> put(KeyRecord key, StateVersion expected);

    /** A record with the version it had. */
    record StoredKey(KeyRecord key, StateVersion version) {}
}
