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
            boolean trains = !options.isEmpty() && options.get(0).equals("--train");
            System.exit(
                    trains
                            ? new Training(app, desk).run(options.subList(1, options.size()))
                            : new Trial(app, desk).run(options));
        }
        LambdaLoop.run(() -> LambdaServer.of(app.get(), System.getenv(), System.out), System.getenv(), System.out);
    }
}
