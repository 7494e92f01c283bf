package dev.footbridge.aws.program;

import dev.footbridge.aws.LambdaLoop;
import dev.footbridge.aws.LambdaServer;
import dev.footbridge.function.FunctionApp;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
            System.exit(onOnesOwn(app, words));
        }
        LambdaLoop.run(() -> LambdaServer.of(app.get(), System.getenv(), System.out), System.getenv(), System.out);
    }

    private static int onOnesOwn(Supplier<FunctionApp> app, String... words) {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // Whatever a tool prints must not end up in the answer.
        System.setOut(System.err);
        Desk desk = new Desk(
                new FileInputStream(FileDescriptor.in),
                answers,
                System.err,
                System.getenv(),
                Boolean.getBoolean("footbridge.terminal"),
                System.getProperty("footbridge.launcher", "footbridge"));
        return new Trial(app, desk).run(List.of(words).subList(1, words.length));
    }
}
