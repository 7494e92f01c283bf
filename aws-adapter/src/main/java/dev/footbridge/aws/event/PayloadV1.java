package dev.footbridge.aws.event;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payload format 1.0: REST APIs. Every value of a header is kept. */
final class PayloadV1 implements EventCodec {

    @Override
    public boolean fits(JsonObject event) {
        return event.has("httpMethod")
                && event.object("requestContext")
                        .filter(context -> context.has("identity") && !context.has("elb"))
                        .isPresent();
    }

    @Override
    public Incoming read(JsonObject event, Invocation invocation, Bounds bounds) {
        JsonObject context = event.object("requestContext").orElse(JsonObject.EMPTY);
        JsonObject identity = context.object("identity").orElse(JsonObject.EMPTY);
        Optional<String> method = event.string("httpMethod");
        Optional<String> path = event.string("path");
        if (method.isEmpty() || path.isEmpty()) {
            return new Incoming.Foreign("an event of payload 1.0 has httpMethod and path");
        }
        return new Translation(event, invocation, bounds)
                .address(identity.string("sourceIp"))
                .certificate(identity.object("clientCert"))
                .identity(identity(context, identity))
                .request(
                        method.get(),
                        PayloadV2.withoutStage(
                                path.get(), context.string("stage").orElse("")),
                        Queries.of(event, true),
                        headers(event));
    }

    /** As many as were sent; the door that knows only one of each has sent one of each. */
    static Headers headers(JsonObject event) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        event.object("multiValueHeaders")
                .ifPresent(all -> all.members().forEach((name, list) -> values.put(name, Translation.list(list))));
        if (values.isEmpty()) {
            Translation.texts(event, "headers").forEach((name, value) -> values.put(name, List.of(value)));
        }
        return new Headers(values);
    }

    private static Optional<PlatformIdentity> identity(JsonObject context, JsonObject identity) {
        if (identity.string("userArn").isPresent()) {
            return Optional.of(
                    new PlatformIdentity(PlatformIdentity.Kind.AWS_IAM, Translation.texts(context, "identity")));
        }
        Optional<JsonObject> authorizer = context.object("authorizer");
        if (authorizer.flatMap(said -> said.object("claims")).isPresent()) {
            return Optional.of(
                    new PlatformIdentity(PlatformIdentity.Kind.CLAIMS, Translation.texts(authorizer.get(), "claims")));
        }
        return authorizer.map(said ->
                new PlatformIdentity(PlatformIdentity.Kind.AUTHORIZER, Translation.texts(context, "authorizer")));
    }

    @Override
    public JsonObject write(HttpResponse response, JsonObject event) {
        return Translation.answer(response)
                .put("multiValueHeaders", lists(response.headers()))
                .build();
    }

    static JsonObject lists(Headers headers) {
        JsonObject.Builder lists = JsonObject.builder();
        headers.values()
                .forEach((name, values) -> lists.put(
                        name, new JsonArray(values.stream().<Json>map(Json::of).toList())));
        return lists.build();
    }
}
