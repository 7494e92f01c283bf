package dev.footbridge.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.trigger.TriggerResponse;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.FunctionRefusals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Answers with the server, or says that there is none yet. Thread-safe. */
final class Served implements BiFunction<HttpRequestMessage<Optional<String>>, ExecutionContext, HttpResponseMessage> {

    private final Start<FunctionsServer> start;

    /**
     * @param environment the app settings, and what the platform says
     * @param home the folder of the package
     */
    Served(Supplier<FunctionApp> app, Map<String, String> environment, Path home) {
        InstantSource clock = InstantSource.system();
        // The host calls lines on standard error warnings or errors, by the words in them.
        FunctionLog log = new FunctionLog(System.out, System.err, clock);
        this.start = new Start<>(
                () -> {
                    AzureParts parts = AzureParts.of(environment, System.out, log, clock);
                    return FunctionsServer.of(app.get(), parts, home);
                },
                clock,
                log);
        start.server();
    }

    @Override
    public HttpResponseMessage apply(HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        Optional<FunctionsServer> server = start.server();
        return server.isEmpty()
                ? TriggerResponse.write(FunctionRefusals.notSetUp(), request)
                : server.get().answer(request, context.getInvocationId());
    }
}
