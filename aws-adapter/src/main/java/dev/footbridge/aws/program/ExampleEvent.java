package dev.footbridge.aws.program;

import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.function.program.ExampleRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event of a front door with a request in it, with no more than the function reads. Its caller is nobody's: an
 * account of AWS's own documentation, or a subject of the issuer that the environment names.
 */
record ExampleEvent(ExampleRequest request, Map<String, String> env) {

    private static final String ACCOUNT = "123456789012";
    private static final String ADDRESS = "203.0.113.9";
    private static final String PATH = "/mcp";

    JsonObject at(FrontDoor door) {
        return switch (door) {
            case FUNCTION_URL -> second("example.lambda-url.us-east-1.on.aws");
            case HTTP_API -> second("example.execute-api.us-east-1.amazonaws.com");
            case REST_API -> first();
            case ALB -> balanced();
        };
    }

    private JsonObject second(String host) {
        JsonObject http = JsonObject.builder()
                .put("method", "POST")
                .put("path", PATH)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", ADDRESS)
                .put("userAgent", "example")
                .build();
        JsonObject context = JsonObject.builder()
                .put("accountId", ACCOUNT)
                .put("domainName", host)
                .put("authorizer", vouchedByToken() ? JsonObject.of("jwt", JsonObject.of("claims", claims())) : iam())
                .put("http", http)
                .put("requestId", "example")
                .put("stage", "$default")
                .build();
        return JsonObject.builder()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", PATH)
                .put("rawQueryString", "")
                .put("headers", headers(host))
                .put("requestContext", context)
                .put("body", request.body())
                .put("isBase64Encoded", false)
                .build();
    }

    private static JsonObject iam() {
        return JsonObject.of(
                "iam",
                JsonObject.builder()
                        .put("accessKey", "AKIAEXAMPLE")
                        .put("accountId", ACCOUNT)
                        .put("userArn", "arn:aws:sts::" + ACCOUNT + ":assumed-role/agent/example")
                        .put("userId", "AROAEXAMPLE:example")
                        .build());
    }

    private JsonObject first() {
        JsonObject.Builder identity =
                JsonObject.builder().put("sourceIp", ADDRESS).put("userAgent", "example");
        if (!vouchedByToken()) {
            identity.put("accessKey", "AKIAEXAMPLE")
                    .put("accountId", ACCOUNT)
                    .put("caller", "AROAEXAMPLE:example")
                    .put("user", "AROAEXAMPLE:example")
                    .put("userArn", "arn:aws:sts::" + ACCOUNT + ":assumed-role/agent/example");
        }
        JsonObject context = JsonObject.builder()
                .put("accountId", ACCOUNT)
                .put("httpMethod", "POST")
                .put("identity", identity.build())
                .putIfPresent("authorizer", vouchedByToken() ? JsonObject.of("claims", claims()) : null)
                .put("requestId", "example")
                .put("stage", "live")
                .build();
        JsonObject headers = headers("example.execute-api.us-east-1.amazonaws.com");
        return JsonObject.builder()
                .put("resource", PATH)
                .put("path", PATH)
                .put("httpMethod", "POST")
                .put("headers", headers)
                .put("multiValueHeaders", lists(headers))
                .put("requestContext", context)
                .put("body", request.body())
                .put("isBase64Encoded", false)
                .build();
    }

    /** A load balancer vouches for nobody: it needs the settings file, and a token in the header authorization. */
    private JsonObject balanced() {
        JsonObject target = JsonObject.of(
                "targetGroupArn", "arn:aws:elasticloadbalancing:us-east-1:" + ACCOUNT + ":targetgroup/example/1");
        return JsonObject.builder()
                .put("requestContext", JsonObject.of("elb", target))
                .put("httpMethod", "POST")
                .put("path", PATH)
                .put("queryStringParameters", JsonObject.EMPTY)
                .put("headers", headers("mcp.example.com").with("x-forwarded-for", Json.of(ADDRESS)))
                .put("body", request.body())
                .put("isBase64Encoded", false)
                .build();
    }

    private boolean vouchedByToken() {
        return "jwt".equals(env.get("FOOTBRIDGE_AUTH"));
    }

    private JsonObject claims() {
        return JsonObject.builder()
                .putIfPresent("iss", firstWord("FOOTBRIDGE_ISSUERS"))
                .put("sub", "example")
                .putIfPresent("aud", firstWord("FOOTBRIDGE_AUDIENCES"))
                .putIfPresent("client_id", firstWord("FOOTBRIDGE_CLIENTS"))
                .put("exp", "4102444800")
                .build();
    }

    private @Nullable String firstWord(String variable) {
        String words = env.getOrDefault(variable, "").strip();
        return words.isEmpty() ? null : words.split("\\s+", 2)[0];
    }

    private JsonObject headers(String host) {
        JsonObject.Builder headers = JsonObject.builder().put("host", host);
        new TreeMap<>(request.headers()).forEach(headers::put);
        return headers.build();
    }

    private static JsonObject lists(JsonObject headers) {
        JsonObject.Builder lists = JsonObject.builder();
        headers.members().forEach((name, value) -> lists.put(name, JsonArray.of(value)));
        return lists.build();
    }
}
