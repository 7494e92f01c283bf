package dev.footbridge.dist.lambda;

import dev.footbridge.aws.program.LambdaProgram;
import java.io.IOException;

/**
 * The app on the Runtime API without the runtime's own client: what {@code stream.sh} and {@code bootstrap} start, and
 * with words {@code ./footbridge lambda}.
 */
public final class LambdaMain {

    private LambdaMain() {}

    public static void main(String[] words) throws IOException {
        LambdaProgram.run(LambdaEntry::app, words);
    }
}
