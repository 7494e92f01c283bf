package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.audit.FileAuditSink;
import dev.footbridge.audit.StateHeads;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.state.StateStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may call what, how often, and where it is kept and recorded: what {@code --settings}, {@code --state} and
 * {@code --audit} say.
 *
 * @param key the file with the key of the audit; it is made when it is first needed
 */
record Rulebook(Optional<Settings> settings, Optional<StateFolder> state, Optional<Path> audit, Path key) {

    static Rulebook of(Arguments arguments, Map<String, String> env, Log log) throws CommandFailure {
        Optional<String> file = arguments.one("--settings");
        return new Rulebook(
                file.isPresent()
                        ? Optional.of(read(Path.of(file.get()), KeyTexts.references(env, log)))
                        : Optional.empty(),
                StateFolder.of(arguments),
                arguments.one("--audit").map(Path::of),
                AuditKeyFile.usual(env));
    }

    /** The settings in a file, or every reason why they cannot be used. */
    static Settings read(Path file, SecretReferences references) throws CommandFailure {
        try {
            return Settings.read(file, references);
        } catch (SettingsException wrong) {
            throw CommandFailure.start(file + ": " + String.join("\n  ", wrong.problems()));
        } catch (NoSuchFileException missing) {
            throw CommandFailure.start("there is no file " + file);
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + file + " cannot be read");
        }
    }

    /** Reads every secret that the settings refer to: better not to start than to fail at a call. */
    void open() throws CommandFailure {
        List<String> unreadable =
                settings.isPresent() ? settings.get().secrets().unreadable() : List.of();
        if (!unreadable.isEmpty()) {
            throw CommandFailure.start(String.join("\n  ", unreadable));
        }
    }

    LimitSettings limits() {
        return settings.isPresent() ? settings.get().limits() : LimitSettings.NONE;
    }

    SecretSettings secrets() {
        return settings.isPresent() ? settings.get().secrets() : SecretSettings.NONE;
    }

    /** A rule about a tool that is not there was meant for another: better not to start. */
    void check(List<String> tools) throws CommandFailure {
        List<String> strangers = settings.map(known -> known.strangers(tools)).orElse(List.of());
        if (!strangers.isEmpty()) {
            throw CommandFailure.start(String.join("\n  ", strangers));
        }
    }

    void apply(McpServer.Builder server, Log log) throws CommandFailure {
        InstantSource clock = InstantSource.system();
        Optional<StateStore> store = state.isPresent() ? Optional.of(state.get().openOrMake()) : Optional.empty();
        store.ifPresent(server::store);
        settings.flatMap(Settings::policy).ifPresent(server::policy);
        LimitSettings limits = limits();
        if (!limits.none() || store.isPresent()) {
            LimitStore counts = store.<LimitStore>map(StateLimitStore::new).orElseGet(MemoryLimitStore::new);
            server.limits(new Limiter(limits.rules(), counts, limits.metered(), clock, log));
        }
        if (settings.filter(Settings::telemetry).isPresent()) {
            server.observer(Telemetry.observer(log));
        }
        limits.loop().ifPresent(loop -> server.loops(new LoopBreaker(loop.most(), loop.within(), clock)));
        if (secrets().sealing().isPresent()) {
            server.sealKeys(KeyTexts.sealing(secrets().sealing().get()));
        }
        if (audit.isPresent()) {
            server.audit(Audit.of(
                    trail(
                            audit.get(),
                            store.<AuditTrail.Heads>map(kept -> new StateHeads(kept, log, clock))
                                    .orElse(AuditTrail.Heads.NONE)),
                    settings.map(Settings::audit).orElse(AuditSettings.DEFAULTS),
                    log,
                    clock));
        }
    }

    private AuditTrail trail(Path file, AuditTrail.Heads heads) throws CommandFailure {
        try {
            FileAuditSink sink = FileAuditSink.open(file);
            return new AuditTrail(UUID.randomUUID().toString(), auditKey(), sink, heads);
        } catch (IOException unusable) {
            throw CommandFailure.start("the audit file " + file + " can be neither opened nor made");
        }
    }

    private AuditKey auditKey() throws CommandFailure {
        Optional<HeldSecret> referred = secrets().audit();
        return referred.isPresent() ? KeyTexts.audit(referred.get()) : AuditKeyFile.openOrMake(key);
    }
}
