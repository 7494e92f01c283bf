package dev.footbridge.azure.caller;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Claims under the names that they have in a token, whichever of two App Service gives them: it writes some as the URIs
 * of WS-Federation. Roles are the one claim that may come several times; a role is one text, whatever is in it. Not
 * thread-safe.
 */
final class PrincipalClaims {

    private static final String ROLES = "roles";
    private static final String ENTRA = "http://schemas.microsoft.com/identity/claims/";
    private static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    /** Those that decide something: who, for whom, with what, and whether it is an access token at all. */
    private static final Set<String> SINGLE = Set.of(
            "tid", "oid", "sub", "iss", "aud", "azp", "appid", "scp", "idtyp", "idp", "uti", "ver", "cnf", "nonce",
            "at_hash", "c_hash");

    private static final Map<String, String> URIS = Map.of(
            ENTRA + "tenantid",
            "tid",
            ENTRA + "objectidentifier",
            "oid",
            ENTRA + "scope",
            "scp",
            ENTRA + "identityprovider",
            "idp",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
            "sub",
            ROLE,
            ROLES);

    private final Map<String, String> single = new HashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();

    /** @throws UnreadableException if another value of the same claim was there */
    void add(String type, String value) throws UnreadableException {
        String name = URIS.getOrDefault(type, type);
        if (name.equals(ROLES)) {
            roles.add(value);
        } else if (SINGLE.contains(name)) {
            String before = single.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                throw new UnreadableException("it has two values for " + name);
            }
        }
    }

    /** Roles are a JSON array of texts. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>(single);
        if (!roles.isEmpty()) {
            facts.put(ROLES, JsonWriter.text(JsonArray.ofStrings(roles)));
        }
        return facts;
    }
}
