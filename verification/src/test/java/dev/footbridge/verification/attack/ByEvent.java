package dev.footbridge.verification.attack;

import dev.footbridge.aws.LambdaFunction;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.Routes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.lambda.Door;
import dev.footbridge.verification.transcript.Received;
import dev.footbridge.verification.transcript.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks the server as a Lambda function that answers whole: an event in, an answer out. */
final class ByEvent {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Attacked attacked;
    private final Door door;
    private final LambdaFunction function;

    ByEvent(Attacked attacked, Door door) {
        this.attacked = attacked;
        this.door = door;
        this.function = new LambdaFunction(
                Routes.of(attacked.server.http()),
                Optional.of(FrontDoor.named(door.name())),
                new Bounds(1 << 20, Duration.ofMillis(300)),
                attacked.log);
    }

    Reply send(HttpPeer.Request request) {
        Kept kept = new Kept();
        Invocation invocation = new Invocation(
                UUID.randomUUID().toString(), attacked.clock.instant().plus(LIMIT), false);
        try {
            function.invoke(door.event(Sent.of(request).toLambda(), JsonObject.EMPTY), invocation, kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Reply.of(
                Received.from(JsonReader.readObject(kept.json).orElseThrow(() -> new AssertionError(kept.json))));
    }

    /** Keeps the one whole answer. */
    private static final class Kept implements Responder {
        private String json = "";

        @Override
        public void whole(byte[] answer) {
            json = new String(answer, StandardCharsets.UTF_8);
        }

        @Override
        public ResponseStream stream() {
            throw new UnsupportedOperationException("whole");
        }
    }
}
