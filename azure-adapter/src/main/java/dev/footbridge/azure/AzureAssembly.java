package dev.footbridge.azure;

import dev.footbridge.McpServer;
import dev.footbridge.azure.table.Sweeping;
import dev.footbridge.azure.trigger.Platform;
import dev.footbridge.function.Assembly;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.Parts;
import dev.footbridge.function.Routes;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What the app settings say, put together: the same behind the HTTP trigger, which takes whole answers only, and behind
 * the host's forwarder, which streams. Thread-safe.
 *
 * @param routes everything that is served
 * @param platform what of a request's headers is believed
 */
record AzureAssembly(McpServer server, Routes routes, Platform platform, Parts parts) implements AutoCloseable {

    /** The load balancer waits 230 s, whatever the host file says; so long before its end a call is given up. */
    private static final Duration LONGEST = Duration.ofSeconds(228);

    /**
     * @param home the folder of the package, in which files that settings name are
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    static AzureAssembly of(FunctionApp app, AzureParts azure, Path home) {
        FunctionsSettings settings = azure.settings();
        Platform platform = Entrances.platform(settings, home);
        warn(settings, azure.parts());
        Assembly assembly = Assembly.of(
                app, settings.deployment(home), azure.parts(), enforcement -> Entrances.of(settings, enforcement));
        Routes routes = azure.sweeping()
                .map(sweeping -> assembly.routes(swept(sweeping)))
                .orElseGet(assembly::routes);
        return new AzureAssembly(assembly.server(), routes, platform, azure.parts());
    }

    private static void warn(FunctionsSettings settings, Parts parts) {
        if (settings.auth() == FunctionsSettings.Auth.EASY_AUTH
                && settings.entra().tenants().isEmpty()) {
            parts.log()
                    .warn(
                            "-",
                            "without FOOTBRIDGE_ENTRA_TENANTS callers of every organization may call whom App Service"
                                    + " Authentication lets through");
        }
    }

    /** When nobody waits any more for the answer to a request that comes now. */
    Instant deadline() {
        return parts.clock().instant().plus(LONGEST);
    }

    /** Ends every stream. */
    @Override
    public void close() {
        server.close();
    }

    private static HttpFilter swept(Sweeping sweeping) {
        return next -> request -> {
            HttpResponse answer = next.handle(request);
            sweeping.answered();
            return answer;
        };
    }
}
