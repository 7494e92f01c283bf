package dev.footbridge.aws;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.audit.StateHeads;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.secret.NamedSecrets;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.Authenticator;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * What {@code footbridge.yaml} in the package says. A class of its own, so that functions without one load no reader.
 */
final class FileSettings {

    private static final int KEY_BYTES = 32;

    private final Settings settings;
    private final LambdaServer.Parts parts;

    /** @throws IllegalArgumentException in words for the operator, if the file cannot be used */
    FileSettings(String file, LambdaServer.Parts parts) {
        this.parts = parts;
        try {
            this.settings = Settings.read(Path.of(file), parts.references());
        } catch (SettingsException wrong) {
            throw new IllegalArgumentException(file + ": " + String.join("; ", wrong.problems()), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the settings " + file + " cannot be read", unreadable);
        }
    }

    /** @return who says who calls */
    Authenticator apply(McpServer.Builder server, LambdaSettings environment, Map<String, HttpHandler> routes) {
        settings.policy().ifPresent(server::policy);
        limits(server);
        server.audit(Audit.of(trail(), settings.audit(), parts.log(), parts.clock()));
        server.secrets(new NamedSecrets(settings.secrets().tools(), Secrets.none()));
        if (environment.auth() != LambdaSettings.Auth.SETTINGS) {
            return LambdaServer.vouched(environment, routes);
        }
        OAuthSettings oauth = settings.oauth()
                .orElseThrow(() -> new IllegalArgumentException(
                        "FOOTBRIDGE_AUTH=settings needs oauth in footbridge.yaml: without it anybody could call"));
        ProtectedResourceMetadata metadata = new ProtectedResourceMetadata(oauth);
        metadata.paths().forEach(path -> routes.put(path, metadata));
        oauth.notices().forEach(notice -> parts.log().warn("-", notice));
        return new OAuthAuthenticator(
                oauth,
                OAuthParts.of(parts.clock(), parts.log())
                        .withCertificates(request -> request.arrival()
                                .certificate()
                                .map(certificate -> certificate.sha256().array())));
    }

    private void limits(McpServer.Builder server) {
        LimitSettings limits = settings.limits();
        if (!limits.none()) {
            LimitStore counts =
                    parts.store().<LimitStore>map(StateLimitStore::new).orElseGet(MemoryLimitStore::new);
            server.limits(new Limiter(limits.rules(), counts, limits.metered(), parts.clock(), parts.log()));
        }
        limits.loop().ifPresent(loop -> server.loops(new LoopBreaker(loop.most(), loop.within(), parts.clock())));
    }

    /**
     * Each environment is a stream of its own, named with its first record: after a snapshot, not in it. Without a key
     * that outlives it nobody can verify the stream.
     */
    private AuditTrail trail() {
        AuditKey key = settings.secrets()
                .audit()
                .map(held -> new AuditKey(Secret.of(
                        HexFormat.of().parseHex(held.get().revealText().strip()))))
                .orElseGet(FileSettings::passing);
        AuditTrail.Heads heads = parts.store()
                .<AuditTrail.Heads>map(store -> new StateHeads(store, parts.log(), parts.clock()))
                .orElse(AuditTrail.Heads.NONE);
        return new AuditTrail(() -> UUID.randomUUID().toString(), key, parts.out()::println, heads);
    }

    private static AuditKey passing() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new AuditKey(Secret.of(random));
    }
}
