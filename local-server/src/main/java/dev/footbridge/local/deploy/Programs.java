package dev.footbridge.local.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Other programs, as a shell with this environment would find them.
 *
 * @param patience how long one may run
 */
public record Programs(Map<String, String> env, Duration patience) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public Programs {
        env = Map.copyOf(env);
    }

    public Programs(Map<String, String> env) {
        this(env, PATIENCE);
    }

    /**
     * What a program said, on both streams.
     *
     * @param done whether it ended well
     */
    public record Said(boolean done, String text) {

        /** The last line that says something, which is where programs say what went wrong. */
        public String lastLine() {
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "no word" : lines.get(lines.size() - 1).strip();
        }
    }

    public Optional<Path> find(String name) {
        for (String folder : env.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Runs a program to its end, without input; one that cannot be run, or loses our patience, has not ended well. What
     * it says goes through a file: a pipe would have to be read, which waits for as long as anybody holds its other
     * end.
     */
    public Said run(Path folder, Path program, String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(quiet());
        try {
            Path output = Files.createTempFile("footbridge", ".out");
            try {
                return ended(builder.redirectOutput(output.toFile()).start(), output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException unstartable) {
            return new Said(false, "it cannot be started");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Said(false, "it was interrupted");
        }
    }

    private Said ended(Process process, Path output) throws IOException, InterruptedException {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Said(
                        process.exitValue() == 0, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            }
            return new Said(false, "it did not end within " + patience.toSeconds() + " seconds and was stopped");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A look must not report itself to anybody, and SAM reads no template without a region, whichever it is. */
    private Map<String, String> quiet() {
        Map<String, String> quiet = new HashMap<>(Map.of("AWS_DEFAULT_REGION", "us-east-1"));
        quiet.putAll(env);
        quiet.put("SAM_CLI_TELEMETRY", "0");
        quiet.put("AZURE_DEV_COLLECT_TELEMETRY", "no");
        quiet.put("AZD_SKIP_UPDATE_CHECK", "true");
        return quiet;
    }
}
