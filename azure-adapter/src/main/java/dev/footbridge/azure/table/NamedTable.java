package dev.footbridge.azure.table;

import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StorageException;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Map;

/** The table that somebody names on a command line, as {@code azure-table:TABLE}. */
public final class NamedTable {

    private NamedTable() {}

    /**
     * Opens it, in the account that {@code AzureWebJobsStorage} names as for a function; nothing is asked of it yet.
     *
     * @throws IllegalArgumentException in words for whoever named it, if something is missing
     */
    public static StateStore open(String place, Map<String, String> environment, InstantSource clock) {
        if (place.isEmpty()) {
            throw new IllegalArgumentException("there is no name of a table behind the colon");
        }
        try {
            StorageAccount account = StorageAccount.of(environment, StorageAccount.USUAL, clock);
            return new TableStateStore(account.tables(StoragePatience.USUAL), place, clock);
        } catch (StorageException missing) {
            throw new IllegalArgumentException(missing.getMessage(), missing);
        }
    }
}
