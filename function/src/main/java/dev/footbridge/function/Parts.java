package dev.footbridge.function;

import dev.footbridge.limit.LimitStore;
import dev.footbridge.observe.Observer;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.Secrets;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.Settings;
import dev.footbridge.state.StateStore;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a cloud's adapter brings to a server.
 *
 * @param references where secrets that settings refer to are
 * @param secrets of tools that the settings do not name
 * @param store empty where no table is named
 * @param counts of limits, in the same table
 * @param observer measures calls
 * @param out where records go
 */
public record Parts(
        FunctionLog log,
        InstantSource clock,
        SecretReferences references,
        Secrets secrets,
        Optional<StateStore> store,
        Optional<LimitStore> counts,
        Observer observer,
        PrintStream out) {

    Enforcement enforcement(Settings file) {
        return new Enforcement(file, store, counts, clock, log);
    }
}
