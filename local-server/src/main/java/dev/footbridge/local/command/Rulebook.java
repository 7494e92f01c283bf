package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.FileAuditSink;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.Secrets;
import dev.footbridge.settings.AccessTokens;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.state.StateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call what, how often, and where it is kept and recorded: what {@code --settings}, {@code --state} and
 * {@code --audit} say.
 *
 * @param key the file with the key of the audit; it is made when it is first needed
 */
record Rulebook(Settings settings, Optional<StatePlace> state, Optional<Path> audit, Path key) {

    static Rulebook of(Arguments arguments, Map<String, String> env, StoreOpener stores, Log log)
            throws CommandFailure {
        Optional<String> file = arguments.one("--settings");
        return new Rulebook(
                file.isPresent()
                        ? SettingsFile.read(Path.of(file.get()), SettingsFile.references(env, log))
                        : Settings.NONE,
                StatePlace.of(arguments, env, stores),
                arguments.one("--audit").map(Path::of),
                HomeFolder.auditKey(env));
    }

    /** Reads every secret that the settings refer to: better not to start than to fail at a call. */
    void open() throws CommandFailure {
        List<String> unreadable = secrets().unreadable();
        if (!unreadable.isEmpty()) {
            throw CommandFailure.start(String.join("\n  ", unreadable));
        }
    }

    LimitSettings limits() {
        return settings.limits();
    }

    SecretSettings secrets() {
        return settings.secrets();
    }

    /** A rule about a tool that is not there was meant for another: better not to start. */
    void check(Collection<String> tools) throws CommandFailure {
        List<String> strangers = settings.strangers(tools);
        if (!strangers.isEmpty()) {
            throw CommandFailure.start(String.join("\n  ", strangers));
        }
    }

    Optional<AccessTokens> tokens(Revocations revocations) throws CommandFailure {
        Optional<StateStore> store = settings.oauth().isPresent() ? store() : Optional.empty();
        return SettingsFile.made(() -> AccessTokens.of(settings, revocations, store, InstantSource.system()));
    }

    /** @param secrets what tools get that the settings do not name */
    void apply(McpServer.Builder server, Secrets secrets, Log log) throws CommandFailure {
        Optional<StateStore> store = store();
        Enforcement enforcement =
                new Enforcement(settings, store, store.map(StateLimitStore::new), InstantSource.system(), log);
        enforcement.apply(server, secrets);
        if (secrets().sealing().isPresent()) {
            server.sealKeys(SettingsFile.made(
                    () -> SecretKeys.sealing(secrets().sealing().get())));
        }
        if (settings.telemetry()) {
            server.observer(Telemetry.observer(log));
        }
        if (audit.isPresent()) {
            AuditKey known = auditKey();
            server.audit(enforcement.audit(known, sink(audit.get())));
        }
    }

    private Optional<StateStore> store() throws CommandFailure {
        return state.isPresent() ? Optional.of(state.get().openOrMake()) : Optional.empty();
    }

    private static FileAuditSink sink(Path file) throws CommandFailure {
        try {
            return FileAuditSink.open(file);
        } catch (IOException unusable) {
            throw CommandFailure.start("the audit file " + file + " can be neither opened nor made");
        }
    }

    private AuditKey auditKey() throws CommandFailure {
        Optional<HeldSecret> referred = secrets().audit();
        return referred.isPresent()
                ? SettingsFile.made(() -> SecretKeys.audit(referred.get()))
                : AuditKeyFile.openOrMake(key);
    }
}
