package dev.footbridge.local.command;

import dev.footbridge.local.WatchedFile;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.oauth.RevokedTokens;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.security.BearerTokenAuthenticator;
import dev.footbridge.security.CertificateRules;
import dev.footbridge.security.MutualTlsAuthenticator;
import dev.footbridge.settings.AccessTokens;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What clients of {@code serve} must bring: the one token, a key, an access token, a certificate, one of them, or
 * nothing. Where every connection needs a certificate and there is something else too, both are needed, and the other
 * says who calls.
 */
record Credentials(Optional<Secret> token, Optional<KeyFiles> keys, Optional<AccessTokens> oauth, TlsOptions tls) {

    static Credentials of(Arguments arguments, Map<String, String> env, Rulebook rulebook) throws CommandFailure {
        Optional<Secret> token = Token.find(arguments.one("--token-file").map(Path::of), env);
        Optional<String> file = arguments.one("--keys");
        Optional<AccessTokens> oauth = rulebook.tokens(revocations(arguments, rulebook));
        if (token.isPresent() && oauth.isPresent()) {
            throw CommandFailure.usage("the one token and access tokens look alike: choose --token-file or oauth");
        }
        return new Credentials(
                token,
                file.isPresent() ? Optional.of(KeyFiles.of(file, env, rulebook.secrets())) : Optional.empty(),
                oauth,
                TlsOptions.of(arguments, env));
    }

    private static Revocations revocations(Arguments arguments, Rulebook rulebook) throws CommandFailure {
        Optional<String> file = arguments.one("--revoked");
        if (file.isEmpty()) {
            return Revocations.NONE;
        }
        if (rulebook.settings().oauth().isEmpty()) {
            throw CommandFailure.usage("--revoked needs access tokens: oauth in --settings");
        }
        try {
            WatchedFile<RevokedTokens> list =
                    WatchedFile.open("the list of revoked tokens", Path.of(file.get()), RevokedTokens::parse);
            return (issuer, tokenId) -> list.get().isRevoked(issuer, tokenId);
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.start(String.valueOf(unusable.getMessage()));
        }
    }

    /** Whether other machines can be let at it: nobody gets in there without showing something. */
    boolean fitForNetworks() {
        return inHeaders() || tls.needsCertificates();
    }

    /** Whether clients can send something in {@code Authorization}. */
    boolean inHeaders() {
        return token.isPresent() || keys.isPresent() || oauth.isPresent();
    }

    /** Whether something has to be written into a client's configuration. Access tokens clients get by themselves. */
    boolean writtenDown() {
        return token.isPresent() || keys.isPresent();
    }

    /** As the end of "Serving MCP at …"; empty if there is nothing to say. */
    String inWords() {
        List<String> ways = new ArrayList<>();
        keys.ifPresent(unused -> ways.add("API keys"));
        token.ifPresent(unused -> ways.add("a bearer token"));
        oauth.ifPresent(unused -> ways.add("OAuth access tokens"));
        if (tls.rules().isPresent() && !both()) {
            ways.add("client certificates");
        }
        String either = String.join(", or ", ways);
        return ways.isEmpty() ? "" : " with " + (both() ? "client certificates, and " : "") + either;
    }

    Authenticator authenticator(Log log) throws CommandFailure {
        List<Authenticator> all = new ArrayList<>();
        if (token.isPresent()) {
            all.add(new BearerTokenAuthenticator(token.get()));
        }
        if (keys.isPresent()) {
            all.add(keys.get().authenticator(InstantSource.system(), log));
        }
        if (oauth.isPresent()) {
            all.add(oauth.get().authenticator(InstantSource.system(), log));
        }
        if (tls.rules().isEmpty()) {
            return oneOf(all);
        }
        MutualTlsAuthenticator certificates = certificates(tls.rules().get(), log);
        if (both()) {
            return certificates.beside(oneOf(all));
        }
        all.add(certificates);
        return oneOf(all);
    }

    private boolean both() {
        return inHeaders() && tls.needsCertificates();
    }

    private MutualTlsAuthenticator certificates(CertificateRules rules, Log log) {
        return new MutualTlsAuthenticator(
                both() ? rules.withUse(CertificateRules.Use.ADDITIONAL) : rules, InstantSource.system(), log);
    }

    private static Authenticator oneOf(List<Authenticator> all) {
        return switch (all.size()) {
            case 0 -> Authenticator.anonymous();
            case 1 -> all.get(0);
            default -> new AuthenticatorChain(all);
        };
    }
}
