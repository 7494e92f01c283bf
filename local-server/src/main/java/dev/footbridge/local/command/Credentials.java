package dev.footbridge.local.command;

import dev.footbridge.log.Log;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.security.BearerTokenAuthenticator;
import dev.footbridge.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients of {@code serve} must bring: the one token, a key, either of them, or nothing. */
record Credentials(Optional<Secret> token, Optional<KeyFiles> keys, Optional<OAuthSettings> oauth) {

    static Credentials of(Arguments arguments, Map<String, String> env, Rulebook rulebook) throws CommandFailure {
        Optional<Secret> token = Token.find(arguments.one("--token-file").map(Path::of), env);
        Optional<String> file = arguments.one("--keys");
        Optional<OAuthSettings> oauth = rulebook.settings().flatMap(Settings::oauth);
        if (token.isPresent() && oauth.isPresent()) {
            throw CommandFailure.usage("the one token and access tokens look alike: choose --token-file or oauth");
        }
        return new Credentials(token, file.isPresent() ? Optional.of(KeyFiles.of(file, env)) : Optional.empty(), oauth);
    }

    /** Whether anybody may call. */
    boolean none() {
        return token.isEmpty() && keys.isEmpty() && oauth.isEmpty();
    }

    /** As the end of "Serving MCP at …"; empty if there is nothing to say. */
    String inWords() {
        List<String> kinds = new ArrayList<>();
        keys.ifPresent(unused -> kinds.add("API keys"));
        token.ifPresent(unused -> kinds.add("a bearer token"));
        oauth.ifPresent(unused -> kinds.add("OAuth access tokens"));
        return kinds.isEmpty() ? "" : " with " + String.join(", or ", kinds);
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
            oauth.get().notices().forEach(notice -> log.warn("-", notice));
            all.add(new OAuthAuthenticator(oauth.get(), OAuthParts.of(InstantSource.system(), log)));
        }
        return switch (all.size()) {
            case 0 -> Authenticator.anonymous();
            case 1 -> all.get(0);
            default -> new AuthenticatorChain(all);
        };
    }
}
