package dev.footbridge.aws.event;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payload format 2.0: function URLs and HTTP APIs. Repeated headers come joined by commas and are left so: a header
 * that may come once only is then never what it has to be, which is what a repeated one deserves.
 */
final class PayloadV2 implements EventCodec {

    @Override
    public boolean fits(JsonObject event) {
        return event.string("version").filter("2.0"::equals).isPresent()
                && context(event).object("http").isPresent();
    }

    @Override
    public Incoming read(JsonObject event, Invocation invocation, Bounds bounds) {
        JsonObject context = context(event);
        JsonObject http = context.object("http").orElse(JsonObject.EMPTY);
        Optional<String> method = http.string("method");
        Optional<String> path = event.string("rawPath");
        if (method.isEmpty() || path.isEmpty()) {
            return new Incoming.Foreign("an event of payload 2.0 has requestContext.http.method and rawPath");
        }
        return new Translation(event, invocation, bounds)
                .address(http.string("sourceIp"))
                .certificate(context.object("authentication").flatMap(shown -> shown.object("clientCert")))
                .identity(identity(context.object("authorizer").orElse(JsonObject.EMPTY)))
                .request(
                        method.get(),
                        withoutStage(path.get(), context.string("stage").orElse("")),
                        event.string("rawQueryString").orElse(""),
                        headers(event));
    }

    /** The default stage has no prefix; another one is in every path, unless a domain of one's own maps it away. */
    static String withoutStage(String path, String stage) {
        String prefix = "/" + stage;
        boolean prefixed = !stage.isEmpty() && !stage.equals("$default") && path.startsWith(prefix + "/");
        return prefixed ? path.substring(prefix.length()) : path;
    }

    private static Headers headers(JsonObject event) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Translation.texts(event, "headers").forEach((name, value) -> values.put(name, List.of(value)));
        List<String> cookies = Translation.list(event.get("cookies"));
        if (!cookies.isEmpty()) {
            values.put("cookie", List.of(String.join("; ", cookies)));
        }
        return new Headers(values);
    }

    private static Optional<PlatformIdentity> identity(JsonObject authorizer) {
        if (authorizer.object("iam").isPresent()) {
            return Optional.of(new PlatformIdentity(PlatformIdentity.Kind.AWS_IAM, signer(authorizer)));
        }
        if (authorizer.object("jwt").isPresent()) {
            JsonObject jwt = authorizer.object("jwt").orElse(JsonObject.EMPTY);
            return Optional.of(new PlatformIdentity(PlatformIdentity.Kind.CLAIMS, Translation.texts(jwt, "claims")));
        }
        return authorizer
                .object("lambda")
                .map(said -> new PlatformIdentity(
                        PlatformIdentity.Kind.AUTHORIZER, Translation.texts(authorizer, "lambda")));
    }

    /** With the identity in a pool of Cognito under the name that payload 1.0 has for it. */
    private static Map<String, String> signer(JsonObject authorizer) {
        Map<String, String> facts = Translation.texts(authorizer, "iam");
        authorizer
                .object("iam")
                .flatMap(iam -> iam.object("cognitoIdentity"))
                .flatMap(cognito -> cognito.string("identityId"))
                .ifPresent(id -> facts.put("cognitoIdentityId", id));
        return facts;
    }

    @Override
    public JsonObject write(HttpResponse response, JsonObject event) {
        JsonObject.Builder headers = JsonObject.builder();
        List<Json> cookies = new ArrayList<>();
        response.headers().values().forEach((name, values) -> {
            if (name.equals("set-cookie")) {
                values.forEach(value -> cookies.add(Json.of(value)));
            } else {
                headers.put(name, String.join(", ", values));
            }
        });
        return Translation.answer(response)
                .put("headers", headers.build())
                .putIfPresent("cookies", cookies.isEmpty() ? null : new JsonArray(cookies))
                .build();
    }

    private static JsonObject context(JsonObject event) {
        return event.object("requestContext").orElse(JsonObject.EMPTY);
    }
}
