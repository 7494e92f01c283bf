package dev.footbridge.function.program;

import dev.footbridge.function.FunctionApp;
import dev.footbridge.secret.RandomBytes;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The process as a trial sees it.
 *
 * @param out where the answer goes and nothing else
 * @param err where the function's log goes, and what is wrong
 * @param terminal whether a person reads {@code out}
 * @param launcher how it was started, for texts that say how to start it again
 */
public record Desk(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> env, boolean terminal, String launcher) {

    private static final int OUTPUT = 5;
    private static final String KEY = "FOOTBRIDGE_TRIAL_KEY";
    private static final int KEY_BYTES = 32;

    /** What is tried. */
    @FunctionalInterface
    public interface Trial {
        void run() throws TrialFailure;
    }

    /** The process itself. From now on whatever a tool prints goes to standard error, not into the answer. */
    public static Desk ofProcess() {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        return new Desk(
                new FileInputStream(FileDescriptor.in),
                answers,
                System.err,
                System.getenv(),
                Boolean.getBoolean("footbridge.terminal"),
                System.getProperty("footbridge.launcher", "footbridge"));
    }

    /** @return the exit code of the process */
    public int run(Trial trial) {
        try {
            trial.run();
        } catch (TrialFailure failure) {
            err.println("footbridge: " + failure.getMessage());
            return failure.code();
        }
        if (out.checkError()) {
            err.println("footbridge: the output could not be written");
            return OUTPUT;
        }
        return 0;
    }

    /**
     * The file, or standard input for {@code -}.
     *
     * @param what it is, for the text that says that it cannot be read
     */
    public byte[] read(String file, String what) throws TrialFailure {
        try {
            return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw TrialFailure.start("the " + what + " " + file + " cannot be read");
        }
    }

    public FunctionApp opened(Supplier<FunctionApp> app) throws TrialFailure {
        try {
            return app.get();
        } catch (UncheckedIOException | IllegalArgumentException unusable) {
            throw TrialFailure.start("the app cannot be opened: " + unusable.getMessage());
        }
    }

    /** The environment over what would be said in a deployment, and a sealing key for this once. */
    public Map<String, String> environmentOver(Map<String, String> deployed) {
        Map<String, String> all = new HashMap<>(deployed);
        all.put(KEY, HexFormat.of().formatHex(RandomBytes.of(KEY_BYTES)));
        all.put("FOOTBRIDGE_SEALING_KEYS", "env:" + KEY);
        all.putAll(env);
        return all;
    }
}
