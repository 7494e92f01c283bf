package dev.footbridge.aws.program;

import dev.footbridge.aws.LambdaServer;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.function.program.ExampleRequest;
import dev.footbridge.function.program.TrialFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code ./footbridge lambda}: one event through the function as Lambda would run it, and its answer. It asks nothing
 * of AWS, unless the environment names something there.
 */
final class Trial {

    /** What the template gives a call. */
    private static final Duration TIME = Duration.ofSeconds(29);

    private final Supplier<FunctionApp> app;
    private final Desk desk;

    Trial(Supplier<FunctionApp> app, Desk desk) {
        this.app = app;
        this.desk = desk;
    }

    /** @return the exit code of the process */
    int run(List<String> words) {
        return desk.run(() -> {
            TrialOptions options = TrialOptions.of(words);
            if (options.example().isPresent()) {
                print(example(options));
            } else {
                answer(options);
            }
        });
    }

    private JsonObject example(TrialOptions options) throws TrialFailure {
        FrontDoor door;
        try {
            door = FrontDoor.named(options.example().orElseThrow());
        } catch (IllegalArgumentException unknown) {
            throw TrialFailure.usage(String.valueOf(unknown.getMessage()).replace('_', '-'));
        }
        ExampleRequest request = ExampleRequest.of(
                options.about().orElse("tools/list"),
                desk.opened(app).features().tools());
        return new ExampleEvent(request, desk.env()).at(door);
    }

    private void answer(TrialOptions options) throws TrialFailure {
        String file = options.event().orElseThrow();
        byte[] event = desk.read(file, "event");
        verify(file, event);
        LambdaServer server = server(options.stream());
        boolean live = server.settings().streaming();
        Invocation invocation = new Invocation("local", Instant.now().plus(TIME), live);
        try {
            server.function().invoke(event, invocation, new Printed());
        } catch (IOException | UncheckedIOException unwritten) {
            throw TrialFailure.start("the answer could not be written");
        }
    }

    /** In the cloud events that are no requests are ignored; here somebody wants to know why. */
    private void verify(String file, byte[] event) throws TrialFailure {
        String name = file.equals("-") ? "the event" : file;
        Json read;
        try {
            read = JsonReader.read(event);
        } catch (JsonException broken) {
            throw TrialFailure.usage(name + " cannot be read: " + broken.getMessage());
        }
        if (!(read instanceof JsonObject object) || FrontDoor.of(object).isEmpty()) {
            throw TrialFailure.usage(name + " has the shape of no front door; '" + desk.launcher()
                    + " lambda --example function-url' prints one that has");
        }
    }

    private LambdaServer server(boolean stream) throws TrialFailure {
        FunctionApp opened = desk.opened(app);
        try {
            return LambdaServer.of(opened, environment(stream), desk.err());
        } catch (IllegalArgumentException unusable) {
            throw TrialFailure.start(String.valueOf(unusable.getMessage()));
        }
    }

    /**
     * What the template would say, as far as the caller's own environment does not. Options are said later, and win.
     */
    private Map<String, String> environment(boolean stream) {
        Map<String, String> environment = desk.environmentOver(Map.of(
                "FOOTBRIDGE_AUTH",
                "iam",
                "FOOTBRIDGE_INVOKE_MODE",
                "buffered",
                // For CloudWatch, and long.
                "FOOTBRIDGE_METRICS",
                "off"));
        if (stream) {
            environment.put("FOOTBRIDGE_INVOKE_MODE", "streaming");
        }
        return environment;
    }

    private void print(Json value) {
        desk.out().println(desk.terminal() ? JsonWriter.pretty(value) : JsonWriter.text(value));
        desk.out().flush();
    }

    /** The answer as Lambda would get it; for a person a whole one is spread out. */
    private final class Printed implements Responder {

        @Override
        public void whole(byte[] json) throws IOException {
            try {
                print(JsonReader.read(json));
            } catch (JsonException notJson) {
                throw new IOException("the answer is no JSON", notJson);
            }
        }

        @Override
        public ResponseStream stream() {
            return ResponseStream.to(desk.terminal() ? new ReadableStream(desk.out()) : desk.out());
        }
    }
}
