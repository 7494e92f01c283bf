package dev.footbridge.aws;

import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.function.Primer;
import dev.footbridge.function.PrimingRequest;
import dev.footbridge.function.Routes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Requests for priming, in events that have the members of every front door. */
record PrimingWay(Optional<FrontDoor> door, InstantSource clock, Log log) implements Primer.Way {

    @Override
    public JsonObject walk(Routes routes, PrimingRequest request) throws IOException {
        HeldAnswer answer = new HeldAnswer();
        LambdaFunction function = new LambdaFunction(
                routes, door, new Bounds(ServerConfig.DEFAULTS.maxBodyBytes(), LambdaSettings.MARGIN), log);
        function.invoke(
                event(request), new Invocation("prime", clock.instant().plus(Duration.ofSeconds(30)), false), answer);
        return JsonReader.readObject(answer.json().string("body").orElse("")).orElse(JsonObject.EMPTY);
    }

    static byte[] event(PrimingRequest request) {
        JsonObject iam = JsonObject.builder()
                .put("accountId", "0")
                .put("userId", "prime:prime")
                .put("userArn", "arn:aws:sts::0:assumed-role/prime/prime")
                .build();
        JsonObject context = JsonObject.builder()
                .put("http", JsonObject.of("method", "POST"))
                .put("identity", JsonObject.of("sourceIp", "127.0.0.1"))
                .put("authorizer", JsonObject.of("iam", iam))
                .build();
        JsonObject.Builder headers = JsonObject.builder();
        request.headers().forEach(headers::put);
        return JsonWriter.bytes(JsonObject.builder()
                .put("version", "2.0")
                .put("rawPath", "/mcp")
                .put("httpMethod", "POST")
                .put("path", "/mcp")
                .put("headers", headers.build())
                .put("requestContext", context)
                .put("body", request.body())
                .build());
    }
}
