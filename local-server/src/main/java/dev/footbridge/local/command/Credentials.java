package dev.footbridge.local.command;

import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.security.BearerTokenAuthenticator;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients of {@code serve} must bring: the one token, a key, either of them, or nothing. */
record Credentials(Optional<Secret> token, Optional<KeyFiles> keys) {

    static Credentials of(Arguments arguments, Map<String, String> env) throws CommandFailure {
        Optional<Secret> token = Token.find(arguments.one("--token-file").map(Path::of), env);
        Optional<String> file = arguments.one("--keys");
        return new Credentials(token, file.isPresent() ? Optional.of(KeyFiles.of(file, env)) : Optional.empty());
    }

    /** Whether anybody may call. */
    boolean none() {
        return token.isEmpty() && keys.isEmpty();
    }

    /** As the end of "Serving MCP at …"; empty if there is nothing to say. */
    String inWords() {
        if (token.isPresent()) {
            return keys.isPresent() ? " with API keys, or a bearer token" : " with a bearer token";
        }
        return keys.isPresent() ? " with API keys" : "";
    }

    Authenticator authenticator(Log log) throws CommandFailure {
        List<Authenticator> all = new ArrayList<>();
        if (token.isPresent()) {
            all.add(new BearerTokenAuthenticator(token.get()));
        }
        if (keys.isPresent()) {
            all.add(keys.get().authenticator(InstantSource.system(), log));
        }
        return switch (all.size()) {
            case 0 -> Authenticator.anonymous();
            case 1 -> all.get(0);
            default -> new AuthenticatorChain(all);
        };
    }
}
