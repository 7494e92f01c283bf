package dev.footbridge.local.command;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.local.WatchedFile;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.MemoryReplays;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ProofNonces;
import dev.footbridge.oauth.Replays;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.oauth.RevokedTokens;
import dev.footbridge.oauth.StateReplays;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Access tokens as {@code serve} takes them: whose, and what is remembered of them.
 *
 * @param nonces what proofs must have in them; empty if nothing
 * @param state where used proofs are remembered; empty for the memory of this process
 */
record AccessTokens(
        OAuthSettings settings, Optional<ProofNonces> nonces, Revocations revocations, Optional<StateFolder> state) {

    static Optional<AccessTokens> of(Arguments arguments, Rulebook rulebook) throws CommandFailure {
        Optional<OAuthSettings> oauth = rulebook.settings().flatMap(Settings::oauth);
        Optional<String> revoked = arguments.one("--revoked");
        if (oauth.isEmpty() && revoked.isPresent()) {
            throw CommandFailure.usage("--revoked needs access tokens: oauth in --settings");
        }
        return oauth.isPresent()
                ? Optional.of(new AccessTokens(
                        oauth.get(), nonces(oauth.get(), rulebook), revocations(revoked), rulebook.state()))
                : Optional.empty();
    }

    private static Revocations revocations(Optional<String> file) throws CommandFailure {
        if (file.isEmpty()) {
            return Revocations.NONE;
        }
        try {
            WatchedFile<RevokedTokens> list =
                    WatchedFile.open("the list of revoked tokens", Path.of(file.get()), RevokedTokens::parse);
            return (issuer, tokenId) -> list.get().isRevoked(issuer, tokenId);
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.start(String.valueOf(unusable.getMessage()));
        }
    }

    private static Optional<ProofNonces> nonces(OAuthSettings oauth, Rulebook rulebook) throws CommandFailure {
        if (!oauth.nonces()) {
            return Optional.empty();
        }
        Optional<HeldSecret> key = rulebook.secrets().nonces();
        return Optional.of(
                key.isPresent()
                        ? KeyTexts.nonces(key.get(), InstantSource.system())
                        : ProofNonces.ofThisProcess(InstantSource.system()));
    }

    /** A token that is bound to a certificate is good with that certificate only (RFC 8705). */
    Authenticator authenticator(Log log) throws CommandFailure {
        settings.notices().forEach(notice -> log.warn("-", notice));
        OAuthParts parts = OAuthParts.of(InstantSource.system(), log)
                .withReplays(replays())
                .withRevocations(revocations)
                .withCertificates(request -> request.arrival()
                        .certificate()
                        .map(certificate -> certificate.sha256().array()));
        return new OAuthAuthenticator(settings, nonces.map(parts::withNonces).orElse(parts));
    }

    /** What has to stand around everything that asks for a token. */
    HttpFilter filter() {
        return nonces.<HttpFilter>map(filter -> filter).orElse(next -> next);
    }

    private Replays replays() throws CommandFailure {
        return state.isPresent()
                ? new StateReplays(state.get().openOrMake())
                : new MemoryReplays(InstantSource.system());
    }
}
