package dev.footbridge.testkit.lambda;

import com.sun.net.httpserver.HttpExchange;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeoutException;

/**
 * Gives a client what a function answers, while it answers, and gives up at the deadline: what has begun ends there.
 * Used for one exchange.
 *
 * <p>A load balancer and a REST API are documented to answer with 502 and 504 then. A function URL counts timeouts with
 * the errors of functions, and says no status: it gets the same here. For HTTP APIs nothing is documented either; their
 * users see 503.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html">
 *     Load balancer: HTTP 502</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">
 *     REST API: INTEGRATION_TIMEOUT</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html">Function URL: Url5xxCount</a>
 * @see <a href="https://github.com/serverless/serverless/issues/11222">HTTP API: 503</a>
 */
final class Relay {

    private static final int SEPARATOR = 8;

    private final HttpExchange exchange;
    private final Door door;

    Relay(HttpExchange exchange, Door door) {
        this.exchange = exchange;
        this.door = door;
    }

    void answer(Answered answered) throws IOException, InterruptedException {
        try {
            inTime(answered);
        } catch (TimeoutException tooLate) {
            if (exchange.getResponseCode() < 0) {
                exchange.sendResponseHeaders(tooLong(), -1);
            }
        }
    }

    private int tooLong() {
        return switch (door) {
            case REST_API -> 504;
            case HTTP_API -> 503;
            case FUNCTION_URL, ALB, ALB_MULTI -> 502;
        };
    }

    private void inTime(Answered answered) throws IOException, InterruptedException, TimeoutException {
        byte[] first = answered.chunkInTime();
        if (answered.failed()) {
            exchange.sendResponseHeaders(502, -1);
        } else if (answered.streamed()) {
            stream(first, answered);
        } else {
            whole(first);
        }
    }

    private void whole(byte[] json) throws IOException {
        JsonObject answer = parse(json);
        head(answer);
        String text = answer.string("body").orElse("");
        byte[] body = answer.isTrue("isBase64Encoded")
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        int status = (int) answer.integer("statusCode").orElse(502);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** What begins the response ends with eight zero bytes; all after them is the body. */
    private void stream(byte[] first, Answered answered) throws IOException, InterruptedException, TimeoutException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        begun.writeBytes(first);
        int end = separator(begun.toByteArray());
        while (end < 0) {
            begun.writeBytes(answered.chunkInTime());
            end = separator(begun.toByteArray());
        }
        byte[] all = begun.toByteArray();
        JsonObject prelude = parse(Arrays.copyOf(all, end));
        head(prelude);
        exchange.sendResponseHeaders((int) prelude.integer("statusCode").orElse(200), 0);
        OutputStream out = exchange.getResponseBody();
        out.write(all, end + SEPARATOR, all.length - end - SEPARATOR);
        out.flush();
        for (byte[] chunk = answered.chunkInTime(); chunk.length > 0; chunk = answered.chunkInTime()) {
            out.write(chunk);
            out.flush();
        }
        out.close();
    }

    private static int separator(byte[] bytes) {
        for (int i = 0; i + SEPARATOR <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + SEPARATOR, new byte[SEPARATOR], 0, SEPARATOR)) {
                return i;
            }
        }
        return -1;
    }

    private void head(JsonObject answer) {
        answer.object("headers")
                .ifPresent(headers -> headers.members().forEach((name, value) -> {
                    if (value instanceof JsonString text) {
                        exchange.getResponseHeaders().add(renamed(name), text.value());
                    }
                }));
        answer.object("multiValueHeaders")
                .ifPresent(headers -> headers.members().forEach((name, value) -> {
                    if (value instanceof JsonArray list) {
                        list.items()
                                .forEach(item ->
                                        exchange.getResponseHeaders().add(renamed(name), ((JsonString) item).value()));
                    }
                }));
    }

    private static String renamed(String name) {
        return name.equalsIgnoreCase("www-authenticate") ? "x-amzn-remapped-www-authenticate" : name;
    }

    private static JsonObject parse(byte[] json) {
        return JsonReader.readObject(new String(json, StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no JSON: " + new String(json, StandardCharsets.UTF_8)));
    }
}
