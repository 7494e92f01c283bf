package dev.footbridge.dist.lambda;

import dev.footbridge.aws.LambdaLoop;
import java.io.IOException;

/** The app on the Runtime API without the runtime's own client: what {@code stream.sh} and {@code bootstrap} start. */
public final class LambdaMain {

    private LambdaMain() {}

    public static void main(String[] arguments) throws IOException {
        LambdaLoop.run(LambdaEntry::server, System.getenv(), System.out);
    }
}
