package dev.footbridge.verification.transcript;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.testkit.functions.Answer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Responses as the front doors of clouds make them from what functions answer. */
public final class Received {

    private Received() {}

    /** By any front door of Lambda. */
    public static HttpResponse from(JsonObject answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, Json> header :
                answer.object("headers").orElse(JsonObject.EMPTY).members().entrySet()) {
            headers.put(header.getKey(), List.of(((JsonString) header.getValue()).value()));
        }
        for (Map.Entry<String, Json> header : answer.object("multiValueHeaders")
                .orElse(JsonObject.EMPTY)
                .members()
                .entrySet()) {
            headers.put(
                    header.getKey(),
                    ((JsonArray) header.getValue())
                            .items().stream()
                                    .map(value -> ((JsonString) value).value())
                                    .toList());
        }
        String body = answer.string("body").orElse("");
        boolean encoded = answer.isTrue("isBase64Encoded");
        return new HttpResponse(
                (int) answer.integer("statusCode").orElse(0),
                new Headers(headers),
                encoded ? Bytes.of(Base64.getDecoder().decode(body)) : Bytes.utf8(body));
    }

    /** By the host of Azure Functions. */
    public static HttpResponse from(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new HttpResponse(answer.status(), new Headers(headers), answer.body());
    }
}
