package dev.footbridge.verification.packed;

import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One environment of Lambda: a process in the unzipped package, with the variables that Lambda sets and no others. */
final class Environment implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Environment(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "environment");
        reader.setDaemon(true);
        reader.start();
    }

    static Environment start(Path task, List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(task.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", String.valueOf(System.getenv("PATH")));
        builder.environment().putAll(variables);
        return new Environment(builder.start());
    }

    /** What the function finds, with an identity checked by the door and a key to seal with. */
    static Map<String, String> variables(Path task, String runtimeApi) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API", runtimeApi,
                "AWS_LAMBDA_FUNCTION_NAME", "mcp",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "AWS_REGION", "eu-central-1",
                "LAMBDA_TASK_ROOT", task.toString(),
                "FOOTBRIDGE_AUTH", "iam",
                "FOOTBRIDGE_SEALING_KEYS", "env:KEYS",
                "KEYS", "k".repeat(40));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The command line of the managed runtime, in its order, its archives named as if they were there.
     *
     * @param strays what the command line brings along for the runtime's own client
     */
    static List<String> managed(List<String> strays) throws IOException {
        return managed(java(), client(), strays);
    }

    /** The same with another Java, or another copy of the client. */
    static List<String> managed(String java, String client, List<String> strays) throws IOException {
        List<String> command = new ArrayList<>(List.of(java, "--add-opens=java.base/java.io=ALL-UNNAMED"));
        command.addAll(List.of("-XX:MaxHeapSize=200000k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add("-D" + JNI + "=" + jni());
        command.addAll(strays);
        command.addAll(List.of("-classpath", client, CLIENT, "dev.footbridge.dist.lambda.LambdaEntry"));
        return command;
    }

    /** The runtime's own class path: its client, and nothing of ours. */
    private static String client() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.matches(".*/(aws-lambda-java-(core|serialization|runtime-interface-client)"
                        + "|utils-lite|annotations)-[^/]*jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The client's native part: it would be unpacked to a place that all clients of this machine share. */
    private static Path jni() throws IOException {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "libaws-lambda-jni.linux-" + (arm ? "aarch_64" : "x86_64") + ".so";
        Path library = Task.PACKED.resolveSibling(name);
        if (!Files.exists(library)) {
            try (InputStream packed = Environment.class.getResourceAsStream("/jni/" + name)) {
                Files.copy(Objects.requireNonNull(packed, "no runtime client on the class path"), library);
            }
        }
        return library;
    }

    private void read() {
        try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                lines.add(line);
            }
        } catch (IOException ended) {
            // with the process
        }
    }

    /** All that was written so far. */
    String log() {
        return String.join("\n", lines);
    }

    /** Waits for the end of the process; all that it wrote. */
    String ended() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it goes on:\n" + log());
        }
        reader.join();
        return log();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The first report of an error; what was written is in the failure if there is none. */
    String report(RuntimeEmulator runtime) throws InterruptedException {
        try {
            return runtime.report();
        } catch (AssertionError none) {
            throw new AssertionError("no error was reported:\n" + log(), none);
        }
    }

    /** With what it started itself, as an emulator does. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
