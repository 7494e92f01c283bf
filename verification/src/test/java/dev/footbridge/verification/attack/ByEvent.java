package dev.footbridge.verification.attack;

import dev.footbridge.aws.LambdaFunction;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.Routes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.lambda.Door;
import dev.footbridge.testkit.lambda.DoorRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            function.invoke(door.event(asked(request), JsonObject.EMPTY), invocation, kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return reply(JsonReader.readObject(kept.json).orElseThrow(() -> new AssertionError(kept.json)));
    }

    private static DoorRequest asked(HttpPeer.Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(header.getValue());
        }
        headers.putIfAbsent("host", List.of("localhost:8080"));
        String[] target = request.target().split("\\?", 2);
        String query = target.length == 2 ? target[1] : "";
        return new DoorRequest(request.method(), target[0], query, headers, request.body(), "127.0.0.1");
    }

    private static Reply reply(JsonObject answer) {
        int status = (int) answer.integer("statusCode").orElse(0);
        StringBuilder head = new StringBuilder("HTTP " + status);
        for (String name : List.of("headers", "multiValueHeaders")) {
            answer.object(name)
                    .ifPresent(headers -> headers.members()
                            .forEach((header, value) -> head.append('\n')
                                    .append(header)
                                    .append(": ")
                                    .append(text(value))));
        }
        return new Reply(status, head.toString(), answer.string("body").orElse(""));
    }

    private static String text(Json value) {
        return value instanceof JsonArray array
                ? array.items().stream()
                        .map(item -> ((JsonString) item).value())
                        .reduce("", String::concat)
                : ((JsonString) value).value();
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
