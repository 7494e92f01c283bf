package dev.footbridge.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.secret.RandomBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server as the managed runtime's client calls it. Answers are whole. Thread-safe. */
final class ManagedFunction implements RequestStreamHandler {

    private static final Duration WITHOUT_CONTEXT = Duration.ofSeconds(3);

    private final LambdaServer server;

    /** Read by nobody: the registry of a runtime holds what is registered only weakly, so it is held here. */
    @SuppressWarnings("unused")
    private final Object snapshots;

    /** @throws IllegalStateException if the template wants a stream, which the managed runtime's client cannot give */
    ManagedFunction(LambdaServer server) {
        if (server.settings().streaming()) {
            throw new IllegalStateException("FOOTBRIDGE_INVOKE_MODE is streaming, and the runtime's own client cannot"
                    + " stream: set AWS_LAMBDA_EXEC_WRAPPER to /var/task/stream.sh, or the mode to buffered");
        }
        this.server = server;
        if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            this.snapshots = Snapshots.register(server.hooks());
        } else {
            this.snapshots = server;
            server.warmUp();
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        server.invoke(input.readAllBytes(), invocation(context), new Whole(output));
    }

    /** The managed runtime always gives a context; what calls a handler in a test may not. */
    private Invocation invocation(@Nullable Context context) {
        if (context == null) {
            String made = RandomBytes.uuid();
            server.log()
                    .warn(made, "called without a context: its request id and deadline are not Lambda's but made up");
            return new Invocation(made, Instant.now().plus(WITHOUT_CONTEXT), false);
        }
        Instant deadline = Instant.now().plusMillis(context.getRemainingTimeInMillis());
        return new Invocation(context.getAwsRequestId(), deadline, false, tenant(context));
    }

    private static String tenant(Context context) {
        try {
            String tenant = context.getTenantId();
            return tenant == null ? "" : tenant;
        } catch (NoSuchMethodError older) {
            // the interface is the runtime's own, and may be older than the one in the package
            return "";
        }
    }

    /** Writes one whole answer. */
    private record Whole(OutputStream output) implements Responder {

        @Override
        public void whole(byte[] json) throws IOException {
            output.write(json);
        }

        @Override
        public ResponseStream stream() {
            throw new UnsupportedOperationException("this function answers whole");
        }
    }
}
