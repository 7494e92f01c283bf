package dev.footbridge.aws;

import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.function.Assembly;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.Parts;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/**
 * A server put together for Lambda, from what the template says. Making it asks AWS for the pepper, the key of the
 * audit and that of nonces if {@code footbridge.yaml} refers to them there, and for nothing else; those are in a
 * snapshot. A call that needs neither state nor a limit nor a sealed thing asks nothing of AWS.
 */
public final class LambdaServer implements RuntimeLoop.Function {

    private final LambdaSettings settings;
    private final LambdaFunction function;
    private final FunctionLog log;
    private final RuntimeLoop.Hooks hooks;
    private final WarmUp warmUp;

    private LambdaServer(
            LambdaSettings settings, LambdaFunction function, FunctionLog log, RuntimeLoop.Hooks hooks, WarmUp warmUp) {
        this.settings = settings;
        this.function = function;
        this.log = log;
        this.hooks = hooks;
        this.warmUp = warmUp;
    }

    /**
     * @param out where logs, metrics and records go, which is the function's log group
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    public static LambdaServer of(FunctionApp app, Map<String, String> environment, PrintStream out) {
        LambdaParts lambda = LambdaParts.of(environment, out);
        LambdaSettings settings = lambda.settings();
        Parts parts = lambda.parts();
        Assembly assembly =
                Assembly.of(app, settings.deployment(), parts, enforcement -> Entrances.of(settings, enforcement));
        Bounds bounds = new Bounds(ServerConfig.DEFAULTS.maxBodyBytes(), LambdaSettings.MARGIN);
        Authenticator judge = assembly.entrance().authenticator();
        Primer primer = new Primer(assembly.builder(), judge, settings, parts.clock(), parts.log());
        return new LambdaServer(
                settings,
                new LambdaFunction(assembly.routes(), settings.door(), bounds, parts.log()),
                parts.log(),
                new SnapshotHooks(primer, lambda.account(), parts.clock(), parts.log()),
                new WarmUp(primer, judge, parts.store(), parts.clock(), parts.log()));
    }

    @Override
    public void invoke(byte[] event, Invocation invocation, Responder responder) throws IOException {
        log.serving(invocation.tenant());
        function.invoke(event, invocation, responder);
    }

    public LambdaFunction function() {
        return function;
    }

    public LambdaSettings settings() {
        return settings;
    }

    public Log log() {
        return log;
    }

    /** Loads all that requests need, if the template wants it: for an environment that no snapshot is taken of. */
    public void warmUp() {
        if (settings.primed()) {
            warmUp.run();
        }
    }

    /** What is done around a snapshot: nothing may be in it that must differ between copies, or that grows old. */
    public RuntimeLoop.Hooks hooks() {
        return hooks;
    }
}
