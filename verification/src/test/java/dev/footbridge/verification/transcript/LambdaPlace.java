package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.aws.LambdaFunction;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.Routes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.testkit.lambda.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A Lambda function behind a function URL, which gets events and answers whole. */
final class LambdaPlace implements Place {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final LambdaFunction function;
    private final TestClock clock;

    LambdaPlace(McpServer server, TestClock clock) {
        this.clock = clock;
        this.function = new LambdaFunction(
                Routes.of(server.http()),
                Optional.of(FrontDoor.FUNCTION_URL),
                new Bounds(1 << 20, Duration.ofMillis(300)),
                Log.none());
    }

    @Override
    public HttpResponse answer(HttpPeer.Request request) {
        Kept kept = new Kept();
        Invocation invocation =
                new Invocation(UUID.randomUUID().toString(), clock.instant().plus(LIMIT), false);
        try {
            function.invoke(Door.FUNCTION_URL.event(Sent.of(request).toLambda(), JsonObject.EMPTY), invocation, kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Received.from(JsonReader.readObject(kept.answer).orElseThrow(() -> new AssertionError("no answer")));
    }

    @Override
    public void close() {}

    /** Keeps the one whole answer. */
    private static final class Kept implements Responder {
        private String answer = "";

        @Override
        public void whole(byte[] json) {
            answer = new String(json, StandardCharsets.UTF_8);
        }

        @Override
        public ResponseStream stream() {
            throw new UnsupportedOperationException("whole");
        }
    }
}
