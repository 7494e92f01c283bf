package dev.footbridge.settings;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.MemoryReplays;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ProofNonces;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.oauth.Replays;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.oauth.StateReplays;
import dev.footbridge.security.Authenticator;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Access tokens as a server takes them: whose, and what is remembered of them. Immutable.
 *
 * @param nonces what proofs must have in them; empty if nothing
 */
public record AccessTokens(
        OAuthSettings settings, Optional<ProofNonces> nonces, Revocations revocations, Replays replays) {

    /**
     * @param store where used proofs are remembered; empty for the memory of this process
     * @return empty where the settings take no access tokens
     * @throws SettingsException if the key of the nonces cannot be used
     */
    public static Optional<AccessTokens> of(
            Settings settings, Revocations revocations, Optional<StateStore> store, InstantSource clock)
            throws SettingsException {
        if (settings.oauth().isEmpty()) {
            return Optional.empty();
        }
        Replays replays = store.<Replays>map(StateReplays::new).orElseGet(() -> new MemoryReplays(clock));
        return Optional.of(new AccessTokens(settings.oauth().get(), nonces(settings, clock), revocations, replays));
    }

    private static Optional<ProofNonces> nonces(Settings settings, InstantSource clock) throws SettingsException {
        if (!settings.oauth().map(OAuthSettings::nonces).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(
                settings.secrets().nonces().isPresent()
                        ? SecretKeys.nonces(settings.secrets().nonces().get(), clock)
                        : ProofNonces.ofThisProcess(clock));
    }

    /** A token that is bound to a certificate is good with that certificate only (RFC 8705). */
    public Authenticator authenticator(InstantSource clock, Log log) {
        settings.notices().forEach(notice -> log.warn("-", notice));
        OAuthParts parts = OAuthParts.of(clock, log)
                .withReplays(replays)
                .withRevocations(revocations)
                .withCertificates(request -> request.arrival()
                        .certificate()
                        .map(certificate -> certificate.sha256().array()));
        return new OAuthAuthenticator(settings, nonces.map(parts::withNonces).orElse(parts));
    }

    /** What has to stand around everything that asks for a token. */
    public HttpFilter filter() {
        return nonces.<HttpFilter>map(filter -> filter).orElse(next -> next);
    }

    /** Where clients find out whose tokens are taken: for everybody, and for pages of any origin. */
    public ProtectedResourceMetadata metadata() {
        return new ProtectedResourceMetadata(settings);
    }
}
