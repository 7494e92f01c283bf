package dev.footbridge.azure.program;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who signed in at App Service Authentication, in a tenant that is nobody's. */
public final class SignedIn {

    private static final String SOMEBODY = "00000000-0000-0000-0000-00000000000a";
    private static final String SOMEWHERE = "00000000-0000-0000-0000-00000000000b";

    /** App settings with which the function believes it. */
    public static final Map<String, String> SETTINGS = Map.of(
            "FOOTBRIDGE_AUTH", "easy-auth",
            "FOOTBRIDGE_ENTRA_TENANTS", SOMEWHERE,
            "WEBSITE_AUTH_ENABLED", "True",
            "WEBSITE_HOSTNAME", "example.azurewebsites.net");

    private SignedIn() {}

    /** What the platform writes. */
    public static Map<String, String> headers() {
        JsonObject principal = JsonObject.builder()
                .put("auth_typ", "aad")
                .put("name_typ", "name")
                .put("role_typ", "roles")
                .put(
                        "claims",
                        JsonArray.of(
                                claim("tid", SOMEWHERE),
                                claim("oid", SOMEBODY),
                                claim("azp", "00000000-0000-0000-0000-00000000000c"),
                                claim("sub", "example"),
                                claim("scp", "access_as_user"),
                                claim("name", "Example")))
                .build();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ms-client-principal-id", SOMEBODY);
        headers.put("x-ms-client-principal-name", "example@example.com");
        headers.put("x-ms-client-principal-idp", "aad");
        headers.put("x-ms-client-principal", Base64.getEncoder().encodeToString(JsonWriter.bytes(principal)));
        return headers;
    }

    private static JsonObject claim(String type, String value) {
        return JsonObject.builder().put("typ", type).put("val", value).build();
    }
}
