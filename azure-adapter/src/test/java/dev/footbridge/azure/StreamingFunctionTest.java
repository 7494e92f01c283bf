package dev.footbridge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.azure.program.SignedIn;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StreamingFunctionTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}";

    private final Map<String, String> environment = new HashMap<>(SignedIn.SETTINGS);
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    StreamingFunctionTest() {
        environment.put("FOOTBRIDGE_SEALING_KEYS", "env:KEY");
        environment.put("KEY", "0123456789abcdef0123456789abcdef");
    }

    @Test
    void whomThePlatformKnowsIsServed() {
        try (StreamingFunction function = function()) {
            assertThat(function.handle(initialize(signedIn())).status()).isEqualTo(200);
        }
    }

    @Test
    void whomItDoesNotKnowIsNot() {
        try (StreamingFunction function = function()) {
            assertThat(function.handle(initialize(Headers.NONE)).status()).isEqualTo(401);
        }
    }

    @Test
    void whomAClientInventsIsNobody() {
        environment.putAll(Map.of("FOOTBRIDGE_AUTH", "entra", "FOOTBRIDGE_ENTRA_AUDIENCES", "api://mcp"));
        try (StreamingFunction function = function()) {
            assertThat(function.handle(initialize(signedIn())).status()).isEqualTo(401);
        }
    }

    @Test
    void clientsMayReadWhomToAsk() {
        try (StreamingFunction function = function()) {
            HttpResponse document = function.handle(new HttpRequest(
                    "GET",
                    "/.well-known/oauth-protected-resource/mcp",
                    "",
                    Headers.NONE,
                    Bytes.EMPTY,
                    Arrival.unknown("r")));

            assertThat(document.status()).isEqualTo(200);
        }
    }

    @Test
    void aSettingThatIsWrongIsSaidOnceAndAnsweredWith503() {
        environment.put("FOOTBRIDGE_AUTH", "nobody");

        try (StreamingFunction function = function()) {
            assertThat(function.handle(initialize(signedIn())).status()).isEqualTo(503);
            assertThat(function.handle(initialize(signedIn())).status()).isEqualTo(503);
        }

        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("FOOTBRIDGE_AUTH")
                .hasLineCount(1);
    }

    private StreamingFunction function() {
        PrintStream out = new PrintStream(logged, true, StandardCharsets.UTF_8);
        return StreamingFunction.of(
                StreamingFunctionTest.class,
                () -> new FunctionApp(
                        Implementation.of("test", "1"), FeatureSet.builder().build(), Optional.empty()),
                environment,
                new FunctionLog(out, InstantSource.system()));
    }

    private static Headers signedIn() {
        Headers headers = Headers.NONE;
        for (Map.Entry<String, String> field : SignedIn.headers().entrySet()) {
            headers = headers.with(field.getKey(), field.getValue());
        }
        return headers;
    }

    private static HttpRequest initialize(Headers more) {
        Headers headers = Headers.of("content-type", "application/json")
                .with("accept", "application/json, text/event-stream")
                .with("host", "127.0.0.1:49152")
                .with("x-forwarded-host", "example.azurewebsites.net")
                .with(more);
        return new HttpRequest("POST", "/mcp", "", headers, Bytes.utf8(INITIALIZE), Arrival.unknown("r"));
    }
}
