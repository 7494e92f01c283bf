package dev.footbridge.azure;

import dev.footbridge.McpServer;
import dev.footbridge.azure.table.Sweeping;
import dev.footbridge.azure.trigger.Platform;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.function.Entrance;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.PackagedSettings;
import dev.footbridge.function.Routes;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.oauth.Binding;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.security.KeyRing;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the app settings say, put together: the same behind the HTTP trigger, which takes whole answers only, and behind
 * the host's forwarder, which streams. Thread-safe.
 *
 * @param routes everything that is served
 * @param platform what of a request's headers is believed
 */
record AzureAssembly(McpServer server, Routes routes, Platform platform, AzureParts parts) implements AutoCloseable {

    /** The load balancer waits 230 s, whatever the host file says; so long before its end a call is given up. */
    private static final Duration LONGEST = Duration.ofSeconds(228);

    /**
     * @param home the folder of the package, in which files that settings name are
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    static AzureAssembly of(FunctionApp app, AzureParts parts, Path home) {
        FunctionsSettings settings = parts.settings();
        Settings file = PackagedSettings.read(
                settings.file().map(home::resolve), Optional.of(settings.publicUrl()), parts.references());
        if (settings.file().isPresent()) {
            PackagedSettings.check(file, app.features().tools().keySet());
        }
        warn(file, parts);
        Enforcement enforcement = parts.enforcement(file);
        List<HeldSecret> sealing = sealing(settings.sealingKeys(), parts.references());
        McpServer.Builder builder = McpServer.named(app.self())
                .features(app.features())
                .config(config(settings, app, file.limits()))
                .log(parts.log())
                .sealKeys(() -> KeyRing.of(sealing.stream().map(HeldSecret::get).toList()));
        try {
            Entrance entrance = Entrances.of(settings, enforcement);
            McpServer server = server(builder, entrance, enforcement, parts);
            Routes routes = routes(server, entrance, parts);
            return new AzureAssembly(server, routes, Entrances.platform(settings, home), parts);
        } catch (SettingsException unusable) {
            throw new IllegalArgumentException(String.join("; ", unusable.problems()), unusable);
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

    private static void warn(Settings file, AzureParts parts) {
        boolean counted = !file.limits().none()
                || file.oauth().filter(oauth -> oauth.proofs() != Binding.OFF).isPresent();
        if (counted && parts.store().isEmpty()) {
            parts.log()
                    .warn("-", "without FOOTBRIDGE_TABLE each instance counts limits and remembers DPoP proofs alone");
        }
        FunctionsSettings settings = parts.settings();
        if (settings.auth() == FunctionsSettings.Auth.EASY_AUTH
                && settings.entra().tenants().isEmpty()) {
            parts.log()
                    .warn(
                            "-",
                            "without FOOTBRIDGE_ENTRA_TENANTS callers of every organization may call whom App Service"
                                    + " Authentication lets through");
        }
    }

    private static McpServer server(
            McpServer.Builder server, Entrance entrance, Enforcement enforcement, AzureParts parts)
            throws SettingsException {
        enforcement.apply(server, parts.secrets());
        server.audit(PackagedSettings.audit(enforcement, parts.out()));
        return server.authenticator(entrance.authenticator()).build();
    }

    private static Routes routes(McpServer server, Entrance entrance, AzureParts parts) {
        Map<String, HttpHandler> routes = new HashMap<>(entrance.documents());
        HttpHandler endpoint = entrance.around().around(server.http());
        routes.put(
                ServerConfig.DEFAULTS.path(),
                parts.sweeping().map(sweeping -> swept(endpoint, sweeping)).orElse(endpoint));
        return new Routes(routes);
    }

    private static HttpHandler swept(HttpHandler endpoint, Sweeping sweeping) {
        return request -> {
            HttpResponse answer = endpoint.handle(request);
            sweeping.answered();
            return answer;
        };
    }

    /** The front end serves the app's own names only, so that any host that comes through is one of them. */
    private static ServerConfig config(FunctionsSettings settings, FunctionApp app, LimitSettings limits) {
        return ServerConfig.DEFAULTS.toBuilder()
                .allowedHosts(List.of("*"))
                .allowedOrigins(settings.origins())
                .sessions(settings.table().isPresent() ? SessionMode.SESSIONS : SessionMode.STATELESS)
                .instructions(app.instructions().orElse(null))
                .maxResultLength(limits.resultLength().orElse(ServerConfig.DEFAULTS.maxResultLength()))
                .build();
    }

    /** They are read when something is first sealed; what refers to nothing ends the start. */
    private static List<HeldSecret> sealing(List<String> texts, SecretReferences references) {
        try {
            return texts.stream().map(references::find).toList();
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("FOOTBRIDGE_SEALING_KEYS " + none.getMessage(), none);
        }
    }
}
