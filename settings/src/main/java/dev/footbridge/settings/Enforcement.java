package dev.footbridge.settings;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.audit.StateHeads;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.NamedSecrets;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Secrets;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What settings ask for, put into a server: the same wherever the server runs. Immutable.
 *
 * @param store where heads of records and state are kept; empty for the memory of this process
 * @param counts where limits are counted; empty for the memory of this process
 */
public record Enforcement(
        Settings settings, Optional<StateStore> store, Optional<LimitStore> counts, InstantSource clock, Log log) {

    private static final int KEY_BYTES = 32;

    /**
     * Policy, limits and secrets of tools.
     *
     * @param secrets what tools get that the settings do not name
     */
    public void apply(McpServer.Builder server, Secrets secrets) {
        store.ifPresent(server::store);
        settings.policy().ifPresent(server::policy);
        limit(server);
        Map<String, HeldSecret> named = settings.secrets().tools();
        server.secrets(named.isEmpty() ? secrets : new NamedSecrets(named, secrets));
    }

    /** Where others count too, rates of tools themselves are counted there, so there is always a limiter. */
    private void limit(McpServer.Builder server) {
        LimitSettings limits = settings.limits();
        if (!limits.none() || counts.isPresent()) {
            LimitStore shared = counts.orElseGet(MemoryLimitStore::new);
            server.limits(new Limiter(limits.rules(), shared, limits.metered(), clock, log));
        }
        limits.loop().ifPresent(loop -> server.loops(new LoopBreaker(loop.most(), loop.within(), clock)));
    }

    /** Records of every request, in a stream that is named with its first one: nothing that is copied may share it. */
    public Audit audit(AuditKey key, AuditSink sink) {
        AuditTrail.Heads heads = store.<AuditTrail.Heads>map(kept -> new StateHeads(kept, log, clock))
                .orElse(AuditTrail.Heads.NONE);
        return audit(key, sink, heads);
    }

    /** As {@link #audit}, for a key that ends with this process: nobody could use the heads of its records. */
    public Audit passingAudit(AuditSink sink) {
        return audit(new AuditKey(Secret.of(RandomBytes.of(KEY_BYTES))), sink, AuditTrail.Heads.NONE);
    }

    private Audit audit(AuditKey key, AuditSink sink, AuditTrail.Heads heads) {
        AuditTrail trail = new AuditTrail(RandomBytes::uuid, key, sink, heads);
        return Audit.of(trail, settings.audit(), log, clock);
    }
}
