package dev.footbridge.aws.program;

import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.feature.Tool;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.function.program.ExampleRequest;
import dev.footbridge.function.program.TrialFailure;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code lambda --train [--guarded] [--call TOOL] -- COMMAND}: runs the command as Lambda would run a function, hands
 * it events of front doors, and ends it, upon which its virtual machine writes the archive that it was told to make
 * (JEP 350, 514). No tool is called but those that are named. Guarded, each of its callers shows an access token, a
 * policy is asked, a limit is counted in a table and a record is written, so that the archive has the classes of all
 * that too; and it does at its start what functions with settings do. Asks nothing of AWS.
 */
final class Training {

    /** So that what only later calls need is there too. */
    private static final int ROUNDS = 5;

    private static final int CALLS_SECONDS = 60;
    private static final int WRITES_SECONDS = 120;

    private final Supplier<FunctionApp> app;
    private final Desk desk;

    Training(Supplier<FunctionApp> app, Desk desk) {
        this.app = app;
        this.desk = desk;
    }

    /** @return the exit code of the process */
    int run(List<String> words) {
        return desk.run(() -> {
            int command = words.indexOf("--") + 1;
            if (command < 1 || command == words.size()) {
                throw TrialFailure.usage(
                        "'lambda --train [--guarded] [--call TOOL] -- COMMAND' trains what COMMAND starts");
            }
            List<String> options = new ArrayList<>(words.subList(0, command - 1));
            boolean guarded = options.remove("--guarded");
            try {
                train(called(options), guarded, words.subList(command, words.size()));
            } catch (IOException failed) {
                throw TrialFailure.start("the training failed: " + failed.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw TrialFailure.start("the training was stopped");
            }
        });
    }

    private static List<String> called(List<String> options) throws TrialFailure {
        List<String> tools = new ArrayList<>();
        for (int at = 0; at < options.size(); at += 2) {
            if (!options.get(at).equals("--call") || at + 1 == options.size()) {
                throw TrialFailure.usage("before -- there is --guarded and --call TOOL, and not " + options.get(at));
            }
            tools.add(options.get(at + 1));
        }
        return tools;
    }

    private List<byte[]> events(List<String> called, Map<String, String> headers) throws TrialFailure {
        Map<String, Tool> tools = desk.opened(app).features().tools();
        List<String> about = new ArrayList<>(List.of("server/discover", "tools/list"));
        about.addAll(called);
        List<byte[]> round = new ArrayList<>();
        for (String one : about) {
            ExampleEvent example =
                    new ExampleEvent(ExampleRequest.of(one, tools).with(headers), Map.of());
            round.add(JsonWriter.bytes(example.at(FrontDoor.FUNCTION_URL)));
            round.add(JsonWriter.bytes(example.at(FrontDoor.REST_API)));
        }
        List<byte[]> all = new ArrayList<>();
        for (int times = 0; times < ROUNDS; times++) {
            all.addAll(round);
        }
        return all;
    }

    private void train(List<String> called, boolean guarded, List<String> command)
            throws IOException, InterruptedException, TrialFailure {
        TrainingGuards guards = TrainingGuards.make();
        Map<String, String> shown = guarded ? Map.of("authorization", "Bearer " + guards.token()) : Map.of();
        Path settings = Files.createTempFile("footbridge-training", ".yaml");
        try (TrainingApi api = TrainingApi.start(events(called, shown), guards)) {
            Files.writeString(settings, TrainingGuards.settings(api.endpoint()));
            train(api, TrainingEnvironment.of(api.endpoint(), guarded ? settings : null), command);
        } finally {
            Files.delete(settings);
        }
    }

    private void train(TrainingApi api, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException, TrialFailure {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process trained = builder.start();
        boolean inTime = awaits(trained, api);
        trained.destroy();
        if (!trained.waitFor(WRITES_SECONDS, TimeUnit.SECONDS)) {
            trained.destroyForcibly();
            throw TrialFailure.start("the training does not end");
        }
        if (!inTime || !api.refusal().isEmpty()) {
            throw TrialFailure.start(
                    api.refusal().isEmpty() ? "the function answers nothing" : "the function says " + api.refusal());
        }
        desk.out().println("trained with " + api.answered() + " invocations");
    }

    private static boolean awaits(Process trained, TrainingApi api) throws InterruptedException {
        for (int second = 0; second < CALLS_SECONDS && trained.isAlive(); second++) {
            if (api.ended().await(1, TimeUnit.SECONDS)) {
                return true;
            }
        }
        return false;
    }
}
