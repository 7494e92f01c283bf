package dev.footbridge.azure;

import dev.footbridge.azure.trigger.Forwarded;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.FunctionRefusals;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that a custom handler of Azure Functions serves, for an HTTP server that the host forwards requests to and
 * that can stream. The app settings mean what they mean to {@link FunctionsServer}. While they are wrong, every request
 * is answered with 503 and the log says in one line why: the host gives up an app whose handler ends again and again.
 * Thread-safe.
 */
public final class StreamingFunction implements HttpHandler, AutoCloseable {

    private final Start<Served> start;

    /** @param handler what stands around the routes: facts of the platform */
    private record Served(AzureAssembly assembly, HttpHandler handler) {}

    private StreamingFunction(Start<Served> start) {
        this.start = start;
    }

    /**
     * Puts it together, if it can be put together now.
     *
     * @param entry a class of the package, in whose folder files that settings name are
     * @param app made when the settings are known to be good
     * @param environment the app settings, and what the platform says
     */
    public static StreamingFunction of(
            Class<?> entry, Supplier<FunctionApp> app, Map<String, String> environment, FunctionLog log) {
        InstantSource clock = InstantSource.system();
        Path home = Home.of(entry);
        StreamingFunction function = new StreamingFunction(new Start<>(
                () -> served(AzureAssembly.of(app.get(), AzureParts.of(environment, System.out, log, clock), home)),
                clock,
                log));
        function.start.server();
        return function;
    }

    private static Served served(AzureAssembly assembly) {
        HttpFilter facts = new Forwarded(assembly.platform(), assembly::deadline);
        return new Served(assembly, facts.around(assembly.routes()));
    }

    /** @param request as the host forwarded it, with all header fields */
    @Override
    public HttpResponse handle(HttpRequest request) {
        Optional<Served> served = start.server();
        return served.isEmpty()
                ? FunctionRefusals.notSetUp()
                : served.get().handler().handle(request);
    }

    /** Ends every stream. */
    @Override
    public void close() {
        start.made().ifPresent(served -> served.assembly().close());
    }
}
