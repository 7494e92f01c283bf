package dev.footbridge.aws.program;

import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.feature.Tool;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import dev.footbridge.function.program.ExampleRequest;
import dev.footbridge.function.program.TrialFailure;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code lambda --train [--primed] [--call TOOL] -- COMMAND}: runs the command as Lambda would run a function, hands it
 * events of front doors, and ends it, upon which its virtual machine writes the archive that it was told to make (JEP
 * 350, 514). No tool is called but those that are named. Primed, it does first what comes before a snapshot, so that
 * the archive has the classes of limits, policies and stores too. Asks nothing of AWS.
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
                        "'lambda --train [--primed] [--call TOOL] -- COMMAND' trains what COMMAND starts");
            }
            List<String> options = new ArrayList<>(words.subList(0, command - 1));
            boolean primed = options.remove("--primed");
            try {
                train(events(called(options)), primed, words.subList(command, words.size()));
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
                throw TrialFailure.usage("before -- there is --primed and --call TOOL, and not " + options.get(at));
            }
            tools.add(options.get(at + 1));
        }
        return tools;
    }

    private List<byte[]> events(List<String> called) throws TrialFailure {
        Map<String, Tool> tools = desk.opened(app).features().tools();
        List<String> about = new ArrayList<>(List.of("server/discover", "tools/list"));
        about.addAll(called);
        List<byte[]> round = new ArrayList<>();
        for (String one : about) {
            ExampleEvent example = new ExampleEvent(ExampleRequest.of(one, tools), Map.of());
            round.add(JsonWriter.bytes(example.at(FrontDoor.FUNCTION_URL)));
            round.add(JsonWriter.bytes(example.at(FrontDoor.REST_API)));
        }
        List<byte[]> all = new ArrayList<>();
        for (int times = 0; times < ROUNDS; times++) {
            all.addAll(round);
        }
        return all;
    }

    private void train(List<byte[]> events, boolean primed, List<String> command)
            throws IOException, InterruptedException, TrialFailure {
        try (TrainingApi api = TrainingApi.start(events)) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment(api.endpoint(), primed));
            Process trained = builder.start();
            boolean inTime = awaits(trained, api);
            trained.destroy();
            if (!trained.waitFor(WRITES_SECONDS, TimeUnit.SECONDS)) {
                trained.destroyForcibly();
                throw TrialFailure.start("the training does not end");
            }
            if (!inTime || !api.refusal().isEmpty()) {
                throw TrialFailure.start(
                        api.refusal().isEmpty()
                                ? "the function answers nothing"
                                : "the function says " + api.refusal());
            }
            desk.out().println("trained with " + api.answered() + " invocations");
        }
    }

    private static boolean awaits(Process trained, TrainingApi api) throws InterruptedException {
        for (int second = 0; second < CALLS_SECONDS && trained.isAlive(); second++) {
            if (api.ended().await(1, TimeUnit.SECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** What Lambda sets, and the template, over whatever is set here; nothing that leads to AWS. */
    private static Map<String, String> environment(String endpoint, boolean primed) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", endpoint),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "training"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", primed ? "snap-start" : "on-demand"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("FOOTBRIDGE_AUTH", "iam"),
                Map.entry("FOOTBRIDGE_INVOKE_MODE", "buffered"),
                Map.entry("FOOTBRIDGE_METRICS", "on"),
                Map.entry("FOOTBRIDGE_TABLE", ""),
                Map.entry("FOOTBRIDGE_SETTINGS", ""),
                Map.entry("FOOTBRIDGE_SEALING_KEYS", "env:TRAINING_KEY"),
                Map.entry("TRAINING_KEY", "0123456789abcdef0123456789abcdef"));
    }
}
