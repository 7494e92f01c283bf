package dev.footbridge.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.footbridge.azure.trigger.TriggerResponse;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.FunctionRefusals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server for the HTTP trigger of Azure Functions: one function that takes every path. Extend it with a constructor
 * without parameters, and name the class in {@code META-INF/services} as a {@link FunctionInstanceInjector}: then the
 * worker makes one of it when it loads the function, and not one for each call. Functions keys are nobody's identity:
 * the trigger lets everybody through to the server, which asks for a credential of its own.
 *
 * <p>A server whose app settings are wrong says so in one line of the log, and answers 503 until they are right.
 */
public abstract class FunctionsHandler implements FunctionInstanceInjector {

    /** What {@code function.json} says too, which the host reads. */
    private static final String ROUTE = "{*path}";

    private final Start<FunctionsServer> start;

    /** @param app made when the settings are known to be good */
    protected FunctionsHandler(Supplier<FunctionApp> app) {
        this(app, System.getenv());
    }

    /** @param environment the app settings, and what the platform says */
    protected FunctionsHandler(Supplier<FunctionApp> app, Map<String, String> environment) {
        InstantSource clock = InstantSource.system();
        // The host calls lines on standard error warnings or errors, by the words in them.
        FunctionLog log = new FunctionLog(System.out, System.err, clock);
        Path home = Home.of(getClass());
        this.start = new Start<>(
                () -> {
                    AzureParts parts = AzureParts.of(environment, System.out, log, clock);
                    return FunctionsServer.of(app.get(), parts, home);
                },
                clock,
                log);
        start.server();
    }

    /** Itself: it serves every call, from many threads at once. */
    @Override
    public final <T> T getInstance(Class<T> functionClass) {
        return functionClass.cast(this);
    }

    @FunctionName("mcp")
    public final HttpResponseMessage mcp(
            @HttpTrigger(
                            name = "req",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.POST,
                                HttpMethod.DELETE,
                                HttpMethod.OPTIONS,
                                HttpMethod.HEAD,
                                HttpMethod.PUT,
                                HttpMethod.PATCH
                            },
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            route = ROUTE)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        Optional<FunctionsServer> server = start.server();
        return server.isEmpty()
                ? TriggerResponse.write(FunctionRefusals.notSetUp(), request)
                : server.get().answer(request, context.getInvocationId());
    }
}
