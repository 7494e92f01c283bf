package dev.footbridge.azure.caller;

import dev.footbridge.http.Headers;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sign-in that App Service Authentication writes into the headers of a request. It takes away what a client writes
 * there, but only while it is on: whoever calls this has asked the platform. What cannot be read without a guess
 * becomes an identity without any fact but {@link #UNREADABLE}, which lets nobody in. Stateless.
 *
 * @see <a href="https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities">the headers</a>
 */
public final class EasyAuth {

    /** The fact that says what is wrong; for the log. */
    public static final String UNREADABLE = "unreadable";

    private static final String PRINCIPAL = "x-ms-client-principal";
    private static final String ID = PRINCIPAL + "-id";
    private static final String PROVIDER = PRINCIPAL + "-idp";
    private static final String ENTRA = "aad";

    private EasyAuth() {}

    /** Who signed in; empty if nobody did. */
    public static Optional<PlatformIdentity> read(Headers headers) {
        try {
            String principal = single(headers, PRINCIPAL);
            String id = single(headers, ID);
            String provider = single(headers, PROVIDER);
            if (principal.isEmpty() && id.isEmpty() && provider.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(identity(facts(principal, id, provider)));
        } catch (UnreadableException wrong) {
            return Optional.of(identity(Map.of(UNREADABLE, wrong.what())));
        }
    }

    private static PlatformIdentity identity(Map<String, String> facts) {
        return new PlatformIdentity(PlatformIdentity.Kind.ENTRA, facts);
    }

    private static Map<String, String> facts(String principal, String id, String provider) throws UnreadableException {
        JsonObject read = decoded(principal);
        String type = read.string("auth_typ").orElse("");
        if (!type.equals(ENTRA) || !(provider.isEmpty() || provider.equals(ENTRA))) {
            throw new UnreadableException("it is not of Entra");
        }
        PrincipalClaims claims = new PrincipalClaims();
        for (Json item : read.array("claims").orElse(JsonArray.EMPTY).items()) {
            JsonObject claim = item instanceof JsonObject object ? object : JsonObject.EMPTY;
            claims.add(
                    claim.string("typ").orElseThrow(() -> new UnreadableException("a claim has no typ")),
                    claim.string("val").orElseThrow(() -> new UnreadableException("a claim has no val")));
        }
        Map<String, String> facts = claims.facts();
        boolean same = id.equals(facts.get("oid")) || id.equals(facts.get("sub"));
        if (!id.isEmpty() && !same) {
            throw new UnreadableException(ID + " names another than the claims");
        }
        return facts;
    }

    private static JsonObject decoded(String principal) throws UnreadableException {
        try {
            if (JsonReader.read(Base64.getDecoder().decode(principal)) instanceof JsonObject object) {
                return object;
            }
        } catch (IllegalArgumentException | JsonException unreadable) {
            // said below, without what may name a person
        }
        throw new UnreadableException(PRINCIPAL + " is no JSON object in Base64");
    }

    /** A host joins two headers of one name with a comma, which none of these values has. */
    private static String single(Headers headers, String name) throws UnreadableException {
        List<String> values = headers.all(name);
        if (values.size() > 1 || (values.size() == 1 && values.get(0).indexOf(',') >= 0)) {
            throw new UnreadableException(name + " is there twice");
        }
        return values.isEmpty() ? "" : values.get(0);
    }
}
