package dev.footbridge.azure.caller;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.EntraSignIns;
import dev.footbridge.oauth.EntraTenant;
import dev.footbridge.security.Authenticator;
import java.util.Optional;
import java.util.Set;

/**
 * Callers whose access token App Service Authentication has verified. Its signature and time are not verified again;
 * the tenant and, where the settings name audiences, whom it is for are looked at once more. A person is the same
 * caller as by a token that this server verifies itself: the tenant, the issuer of version 2.0, and {@code oid}. A
 * browser's session is refused, because pages of others can use it. Stateless.
 */
public final class EasyAuthAuthenticator implements Authenticator {

    private final EntraTokens tokens;
    private final EntraSignIns signIns;
    private final Log log;

    /** @throws IllegalArgumentException in words for the operator, if the settings do not fit */
    public EasyAuthAuthenticator(EntraTokens tokens, Log log) {
        this.tokens = tokens;
        this.signIns = new EntraSignIns(tokens.behindEasyAuth(), tokens.audiences());
        this.log = log;
    }

    @Override
    public boolean claims(HttpRequest request) {
        return identity(request).isPresent();
    }

    @Override
    public String challenge() {
        return signIns.missing().challenge();
    }

    @Override
    public String stepUp(Set<String> scopes) {
        return signIns.insufficientScope(scopes).challenge();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        Optional<PlatformIdentity> identity = identity(request);
        if (identity.isEmpty()) {
            return signIns.missing();
        }
        Optional<String> wrong = identity.get().fact(EasyAuth.UNREADABLE);
        if (wrong.isPresent()) {
            log.warn(request.arrival().requestId(), "the sign-in that App Service tells of is refused: " + wrong.get());
            return signIns.invalid("The sign-in cannot be read.");
        }
        Optional<EntraTenant> tenant = identity.get().fact("tid").flatMap(tokens::tenant);
        return tenant.isEmpty()
                ? signIns.invalid("The token is not of a tenant that this server trusts.")
                : signIns.caller(tenant.get(), claims(identity.get()));
    }

    private static Optional<PlatformIdentity> identity(HttpRequest request) {
        return request.arrival().identity().filter(found -> found.kind() == PlatformIdentity.Kind.ENTRA);
    }

    private static JsonObject claims(PlatformIdentity identity) {
        JsonObject.Builder claims = JsonObject.builder();
        identity.facts().forEach((name, text) -> claims.put(name, name.equals("roles") ? array(text) : Json.of(text)));
        return claims.build();
    }

    /** What is no array is refused as a claim of the wrong type. */
    private static Json array(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException foreign) {
            return Json.of(0);
        }
    }
}
