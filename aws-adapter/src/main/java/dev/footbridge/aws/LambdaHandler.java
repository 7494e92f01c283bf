package dev.footbridge.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.packed.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server for the managed runtime, which makes one and calls it from as many threads as the environment runs
 * invocations at once. Extend it with a public constructor without parameters, which the runtime needs. Answers are
 * whole; to stream, {@link LambdaLoop} takes the place of the runtime's own client.
 */
public abstract class LambdaHandler implements RequestStreamHandler {

    /** How the classes begin that the runtime hands in, or looks for hooks in: they must be its own. */
    private static final List<String> SHARED =
            List.of("com.amazonaws.services.lambda.runtime.", "com.amazonaws.services.lambda.crac.", "org.crac.");

    private final RequestStreamHandler served;

    /** @param app what it offers, made once; what the template says decides the rest */
    protected LambdaHandler(Supplier<FunctionApp> app) {
        Optional<Object> twin = Twin.of(getClass(), SHARED, System.out);
        this.served = twin.isPresent()
                ? (RequestStreamHandler) twin.get()
                : new ManagedFunction(LambdaServer.of(app.get(), System.getenv(), System.out));
    }

    /** @throws IllegalStateException if the template wants a stream, which the managed runtime's client cannot give */
    protected LambdaHandler(LambdaServer server) {
        this.served = new ManagedFunction(server);
    }

    /** Libraries look for services by the loader of the thread, which is the one of the function while it runs. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
            throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(served.getClass().getClassLoader());
        try {
            served.handleRequest(input, output, context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
