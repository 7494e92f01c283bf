package dev.footbridge.verification.packed;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.functions.FunctionsHost;
import dev.footbridge.testkit.functions.Platform;
import dev.footbridge.testkit.functions.StagedFolder;
import dev.footbridge.verification.transcript.Received;
import dev.footbridge.verification.transcript.Sent;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** The staged folder in the host of Azure Functions, behind App Service Authentication. */
final class PackedFunctions implements AutoCloseable {

    private static final JsonObject PRINCIPAL = JsonObject.builder()
            .put("auth_typ", "aad")
            .put("name_typ", "name")
            .put("role_typ", "roles")
            .put(
                    "claims",
                    JsonArray.of(
                            claim("tid", "00000000-0000-0000-0000-00000000000b"),
                            claim("oid", "00000000-0000-0000-0000-00000000000a"),
                            claim("azp", "00000000-0000-0000-0000-00000000000c"),
                            claim("sub", "example"),
                            claim("scp", "access_as_user")))
            .build();

    private final FunctionsHost host;

    private PackedFunctions(FunctionsHost host) {
        this.host = host;
    }

    /** With the app settings that are this JVM's environment. */
    static PackedFunctions start() throws IOException {
        Map<String, String> principal =
                Map.of("x-ms-client-principal", Base64.getEncoder().encodeToString(JsonWriter.bytes(PRINCIPAL)));
        return new PackedFunctions(FunctionsHost.start(
                0, new StagedFolder(Packages.FUNCTIONS), Platform.PLAIN.withEasyAuth(request -> principal)));
    }

    private static JsonObject claim(String type, String value) {
        return JsonObject.builder().put("typ", type).put("val", value).build();
    }

    HttpResponse answer(HttpPeer.Request request) {
        return Received.from(host.answer(Sent.of(request).toFunctions()));
    }

    @Override
    public void close() throws IOException {
        host.close();
    }
}
