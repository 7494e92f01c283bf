package dev.footbridge.azure.program;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.FunctionsServer;
import dev.footbridge.azure.trigger.TriggerAnswer;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.function.program.ExampleRequest;
import dev.footbridge.function.program.TrialFailure;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * {@code ./footbridge function}: one request through the function as the Functions host would run it, and its answer.
 * It asks nothing of Azure, unless the environment names something there.
 */
final class Trial {

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
            if (options.request().isEmpty()) {
                example(options.about());
            } else {
                answer(options.request().get());
            }
        });
    }

    private void example(String about) throws TrialFailure {
        ExampleRequest request =
                ExampleRequest.of(about, desk.opened(app).features().tools());
        desk.out().println("POST /mcp");
        new TreeMap<>(request.headers()).forEach((name, value) -> desk.out().println(name + ": " + value));
        SignedIn.headers().forEach((name, value) -> desk.out().println(name + ": " + value));
        desk.out().println();
        desk.out().println(request.body());
        desk.out().flush();
    }

    private void answer(String file) throws TrialFailure {
        byte[] text = desk.read(file, "request");
        FunctionApp opened = desk.opened(app);
        try {
            FunctionsServer server =
                    FunctionsServer.of(opened, desk.environmentOver(SignedIn.SETTINGS), desk.err(), Path.of(""));
            print(server.answer(RequestFile.read(text), "local"));
        } catch (IllegalArgumentException unusable) {
            throw TrialFailure.start(String.valueOf(unusable.getMessage()));
        }
    }

    private void print(HttpResponseMessage answer) {
        desk.out().println("HTTP/1.1 " + answer.getStatusCode());
        Map<String, String> headers = answer instanceof TriggerAnswer told ? told.headers() : Map.of();
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> desk.out().println(field.getKey() + ": " + field.getValue()));
        desk.out().println();
        String body = String.valueOf(answer.getBody());
        desk.out().println(desk.terminal() ? spread(body) : body);
        desk.out().flush();
    }

    private static String spread(String body) {
        try {
            return JsonWriter.pretty(JsonReader.read(body.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException plain) {
            return body;
        }
    }
}
