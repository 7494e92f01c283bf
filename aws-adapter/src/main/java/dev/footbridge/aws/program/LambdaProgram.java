package dev.footbridge.aws.program;

import dev.footbridge.aws.LambdaLoop;
import dev.footbridge.aws.LambdaServer;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.program.Desk;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a function's {@code main} does: without words it takes invocations within Lambda, as {@code stream.sh} and
 * {@code bootstrap} start it; with words it is the command {@code lambda} on a machine of one's own.
 *
 * <pre>{@code
 * public static void main(String[] words) throws IOException {
 *     LambdaProgram.run(() -> FunctionApp.of(Implementation.of("my-tools", "1"), Server.features()), words);
 * }
 * }</pre>
 */
public final class LambdaProgram {

    private LambdaProgram() {}

    /**
     * Runs until there is nothing more to do.
     *
     * @param app opened once, where a failure is told to whoever started this
     * @param words none, or the name of the command and what follows it
     */
    public static void run(Supplier<FunctionApp> app, String... words) throws IOException {
        if (words.length > 0) {
            List<String> options = List.of(words).subList(1, words.length);
            Desk desk = Desk.ofProcess();
            System.exit(command(app, desk, options));
        }
        LambdaLoop.run(() -> LambdaServer.of(app.get(), System.getenv(), System.out), System.getenv(), System.out);
    }

    private static int command(Supplier<FunctionApp> app, Desk desk, List<String> options) {
        String first = options.isEmpty() ? "" : options.get(0);
        List<String> others = options.isEmpty() ? options : options.subList(1, options.size());
        return switch (first) {
            case "--train" -> new Training(app, desk).run(others);
            case "--pack" -> new Packing(desk).run(others);
            default -> new Trial(app, desk).run(options);
        };
    }
}
