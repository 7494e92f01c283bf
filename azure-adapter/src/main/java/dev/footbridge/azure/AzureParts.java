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
import dev.footbridge.function.Variables;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.secret.EnvironmentSecrets;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.Secrets;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.Settings;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What the parts of a server share. Making it connects to nothing.
 *
 * @param store empty where no table is named
 * @param sweeping of the same table
 * @param secrets of tools that the settings do not name
 * @param out where records go
 */
record AzureParts(
        FunctionsSettings settings,
        FunctionLog log,
        InstantSource clock,
        SecretReferences references,
        Optional<TableStateStore> store,
        Optional<Sweeping> sweeping,
        Secrets secrets,
        PrintStream out) {

    /** @throws IllegalArgumentException in words for the operator, if the app settings do not go together */
    static AzureParts of(Map<String, String> environment, PrintStream out, FunctionLog log, InstantSource clock) {
        FunctionsSettings settings = FunctionsSettings.of(environment);
        Optional<String> table = settings.table();
        Optional<TableService> tables = table.map(named -> tables(environment, clock));
        return new AzureParts(
                settings,
                log,
                clock,
                AzureSecrets.references(environment, clock, log),
                tables.map(
                        service -> Variables.naming("TABLE", () -> new TableStateStore(service, table.get(), clock))),
                tables.map(service -> new Sweeping(new TableSweep(service, table.get(), clock), clock, log)),
                new EnvironmentSecrets(environment),
                out);
    }

    private static TableService tables(Map<String, String> environment, InstantSource clock) {
        try {
            return StorageAccount.of(environment, StorageAccount.USUAL, clock).tables(StoragePatience.USUAL);
        } catch (StorageException missing) {
            throw new IllegalArgumentException("FOOTBRIDGE_TABLE: " + missing.getMessage(), missing);
        }
    }

    Enforcement enforcement(Settings file) {
        return new Enforcement(file, store.map(kept -> kept), store.map(kept -> new StateLimitStore(kept)), clock, log);
    }
}
