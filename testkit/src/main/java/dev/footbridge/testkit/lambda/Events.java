package dev.footbridge.testkit.lambda;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes the events of front doors, member by member as AWS documents them. */
final class Events {

    private Events() {}

    /** @param authorizer what the door found out about the caller, under {@code requestContext.authorizer} */
    static byte[] of(Door door, DoorRequest asked, JsonObject authorizer) {
        return JsonWriter.bytes(
                switch (door) {
                    case FUNCTION_URL, HTTP_API -> payload2(asked, authorizer);
                    case REST_API -> payload1(asked, authorizer);
                    case ALB, ALB_MULTI -> balancer(asked, door == Door.ALB_MULTI);
                });
    }

    private static JsonObject payload2(DoorRequest asked, JsonObject authorizer) {
        JsonObject.Builder headers = JsonObject.builder();
        asked.headers().forEach((name, values) -> {
            // A signature ends at the door.
            if (!name.equals("cookie") && !(name.equals("authorization") && authorizer.has("iam"))) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        JsonObject http = JsonObject.builder()
                .put("method", asked.method())
                .put("path", asked.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", asked.address())
                .put("userAgent", "")
                .build();
        JsonObject context = JsonObject.builder()
                .put("accountId", "123456789012")
                .put("apiId", "abcdefghij")
                .put("http", http)
                .put("requestId", UUID.randomUUID().toString())
                .put("stage", "$default")
                .putIfPresent("authorizer", authorizer.isEmpty() ? null : authorizer)
                .build();
        return body(
                        JsonObject.builder()
                                .put("version", "2.0")
                                .put("routeKey", "$default")
                                .put("rawPath", asked.path())
                                .put("rawQueryString", asked.query())
                                .put("headers", headers.build())
                                .put("requestContext", context),
                        asked)
                .build();
    }

    private static JsonObject payload1(DoorRequest asked, JsonObject authorizer) {
        JsonObject context = JsonObject.builder()
                .put("resourcePath", "/{proxy+}")
                .put("httpMethod", asked.method())
                .put("stage", "live")
                .put("identity", identity(asked, authorizer.object("iam").orElse(JsonObject.EMPTY)))
                .putIfPresent("authorizer", authorizer.isEmpty() || authorizer.has("iam") ? null : authorizer)
                .build();
        JsonObject.Builder event = JsonObject.builder()
                .put("resource", "/{proxy+}")
                .put("path", asked.path())
                .put("httpMethod", asked.method())
                .put("headers", last(asked.headers()))
                .put("multiValueHeaders", lists(asked.headers()))
                .put("multiValueQueryStringParameters", lists(query(asked.query(), true)))
                .put("requestContext", context);
        return body(event, asked).build();
    }

    /** Whoever signed is said beside the address here, under other names. */
    private static JsonObject identity(DoorRequest asked, JsonObject iam) {
        return JsonObject.builder()
                .put("sourceIp", asked.address())
                .putIfPresent("accessKey", iam.get("accessKey"))
                .putIfPresent("accountId", iam.get("accountId"))
                .putIfPresent("caller", iam.get("callerId"))
                .putIfPresent("user", iam.get("userId"))
                .putIfPresent("userArn", iam.get("userArn"))
                .build();
    }

    private static JsonObject balancer(DoorRequest asked, boolean multi) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        asked.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.merge(
                "x-forwarded-for", List.of(asked.address()), (sent, seen) -> List.of(sent.get(0) + ", " + seen.get(0)));
        JsonObject context = JsonObject.builder()
                .put(
                        "elb",
                        JsonObject.of("targetGroupArn", "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/mcp/1"))
                .build();
        JsonObject.Builder event = JsonObject.builder()
                .put("requestContext", context)
                .put("httpMethod", asked.method())
                .put("path", asked.path());
        Map<String, List<String>> query = query(asked.query(), false);
        if (multi) {
            event.put("multiValueHeaders", lists(headers)).put("multiValueQueryStringParameters", lists(query));
        } else {
            event.put("headers", last(headers)).put("queryStringParameters", last(query));
        }
        return body(event, asked).build();
    }

    /** What the door takes for binary comes in base64: other types, and here also what is no text at all. */
    private static JsonObject.Builder body(JsonObject.Builder event, DoorRequest asked) {
        String type = asked.header("content-type");
        boolean text = type.startsWith("application/json")
                || type.startsWith("text/")
                || asked.body().length() == 0;
        boolean plain = text && Bytes.utf8(asked.body().asUtf8()).equals(asked.body());
        String body = plain
                ? asked.body().asUtf8()
                : Base64.getEncoder().encodeToString(asked.body().array());
        return event.put("body", body).put("isBase64Encoded", !plain);
    }

    private static JsonObject last(Map<String, List<String>> values) {
        JsonObject.Builder last = JsonObject.builder();
        values.forEach((name, all) -> last.put(name, all.get(all.size() - 1)));
        return last.build();
    }

    private static JsonObject lists(Map<String, List<String>> values) {
        JsonObject.Builder lists = JsonObject.builder();
        values.forEach((name, all) ->
                lists.put(name, new JsonArray(all.stream().<Json>map(Json::of).toList())));
        return lists.build();
    }

    private static Map<String, List<String>> query(String raw, boolean decoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.put(
                    decoded ? URLDecoder.decode(name, StandardCharsets.UTF_8) : name,
                    List.of(decoded ? URLDecoder.decode(value, StandardCharsets.UTF_8) : value));
        }
        return values;
    }
}
