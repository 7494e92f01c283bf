package dev.footbridge.aws;

import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.function.FunctionLog;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The program that takes invocations itself, in the place of the managed runtime's client: it can stream, and starts
 * sooner.
 *
 * <pre>{@code
 * public static void main(String[] arguments) throws IOException {
 *     LambdaLoop.run(() -> LambdaServer.of(app, System.getenv(), System.out), System.getenv(), System.out);
 * }
 * }</pre>
 */
public final class LambdaLoop {

    private LambdaLoop() {}

    /** Returns when there is nothing more to do: the function could not be made, or the Runtime API has gone. */
    public static void run(Supplier<LambdaServer> maker, Map<String, String> environment, PrintStream out)
            throws IOException {
        String endpoint = environment.getOrDefault("AWS_LAMBDA_RUNTIME_API", "");
        if (endpoint.isEmpty()) {
            throw new IOException("AWS_LAMBDA_RUNTIME_API is not set: this runs within Lambda only");
        }
        boolean streaming = "streaming".equals(environment.get("FOOTBRIDGE_INVOKE_MODE"));
        FunctionLog log = new FunctionLog(out, InstantSource.system());
        RuntimeLoop loop = new RuntimeLoop(endpoint, streaming, log);
        LambdaServer server = loop.make(maker);
        if (server == null) {
            return;
        }
        if (!"snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            server.warmUp();
        } else if (!loop.snapshot(server.hooks())) {
            return;
        }
        loop.run(new Serving(server, log));
    }

    /** The loop has a log of its own, because it writes before there is a server. */
    private record Serving(LambdaServer server, FunctionLog log) implements RuntimeLoop.Function {

        @Override
        public void invoke(byte[] event, Invocation invocation, Responder responder) throws IOException {
            log.serving(invocation.tenant());
            server.invoke(event, invocation, responder);
        }
    }
}
