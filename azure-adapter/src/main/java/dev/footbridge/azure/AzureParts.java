package dev.footbridge.azure;

import dev.footbridge.azure.secret.AzureSecrets;
import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StorageException;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.azure.table.Sweeping;
import dev.footbridge.azure.table.TableStateStore;
import dev.footbridge.azure.table.TableSweep;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.Parts;
import dev.footbridge.function.Variables;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.observe.Observer;
import dev.footbridge.secret.EnvironmentSecrets;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What app settings and the platform bring to a server. Making it connects to nothing.
 *
 * @param sweeping of the table; empty where none is named
 */
record AzureParts(FunctionsSettings settings, Parts parts, Optional<Sweeping> sweeping) {

    /** @throws IllegalArgumentException in words for the operator, if the app settings do not go together */
    static AzureParts of(Map<String, String> environment, PrintStream out, FunctionLog log, InstantSource clock) {
        FunctionsSettings settings = FunctionsSettings.of(environment);
        Optional<String> table = settings.table();
        Optional<TableService> tables = table.map(named -> tables(environment, clock));
        Optional<TableStateStore> store = tables.map(
                service -> Variables.naming("TABLE", () -> new TableStateStore(service, table.get(), clock)));
        Parts parts = new Parts(
                log,
                clock,
                AzureSecrets.references(environment, clock, log),
                new EnvironmentSecrets(environment),
                store.map(kept -> kept),
                store.map(StateLimitStore::new),
                Observer.NONE,
                out);
        return new AzureParts(
                settings,
                parts,
                tables.map(service -> new Sweeping(new TableSweep(service, table.get(), clock), clock, log)));
    }

    private static TableService tables(Map<String, String> environment, InstantSource clock) {
        try {
            return StorageAccount.of(environment, StorageAccount.USUAL, clock).tables(StoragePatience.USUAL);
        } catch (StorageException missing) {
            throw new IllegalArgumentException("FOOTBRIDGE_TABLE: " + missing.getMessage(), missing);
        }
    }
}
