package dev.footbridge.azure.program;

import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import java.util.List;
import java.util.function.Supplier;

/**
 * What {@code ./footbridge function} starts: nothing of it runs in Azure, where the worker makes the handler itself.
 */
public final class FunctionsProgram {

    private FunctionsProgram() {}

    /**
     * Runs one command and ends the process.
     *
     * @param app opened once, where a failure is told to whoever started this
     * @param words the name of the command and what follows it
     */
    public static void run(Supplier<FunctionApp> app, String... words) {
        System.exit(
                new Trial(app, Desk.ofProcess()).run(List.of(words).subList(Math.min(1, words.length), words.length)));
    }
}
