package dev.footbridge.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.McpServer;
import dev.footbridge.azure.trigger.TriggerRequest;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.function.Entrance;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.PackagedSettings;
import dev.footbridge.function.Routes;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.oauth.Binding;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.security.KeyRing;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server put together for Azure Functions, from what the app settings say. Making it asks Key Vault for the pepper,
 * the key of the audit and that of nonces if {@code footbridge.yaml} refers to them there, and for nothing else. A call
 * that needs neither state nor a limit nor a sealed thing asks nothing of Azure. Thread-safe.
 */
public final class FunctionsServer {

    private final TriggerFunction function;

    private FunctionsServer(TriggerFunction function) {
        this.function = function;
    }

    /**
     * @param environment the app settings, and what the platform says
     * @param out where logs and records go
     * @param home the folder of the package, in which files that settings name are
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    public static FunctionsServer of(FunctionApp app, Map<String, String> environment, PrintStream out, Path home) {
        InstantSource clock = InstantSource.system();
        return of(app, AzureParts.of(environment, out, new FunctionLog(out, clock), clock), home);
    }

    static FunctionsServer of(FunctionApp app, AzureParts parts, Path home) {
        FunctionsSettings settings = parts.settings();
        Settings file = PackagedSettings.read(
                settings.file().map(home::resolve), Optional.of(settings.publicUrl()), parts.references());
        if (settings.file().isPresent()) {
            PackagedSettings.check(file, app.features().tools().keySet());
        }
        warn(file, parts);
        Enforcement enforcement = parts.enforcement(file);
        McpServer.Builder server = McpServer.named(app.self())
                .features(app.features())
                .config(config(settings, app, file.limits()))
                .log(parts.log())
                .sealKeys(() -> keys(settings.sealingKeys(), parts.references()));
        try {
            Entrance entrance = Entrances.of(settings, enforcement);
            TriggerRequest codec =
                    new TriggerRequest(Entrances.platform(settings, home), ServerConfig.DEFAULTS.maxBodyBytes());
            Routes routes = routes(server, entrance, enforcement, parts);
            return new FunctionsServer(new TriggerFunction(routes, codec, parts.clock(), parts.log()));
        } catch (SettingsException unusable) {
            throw new IllegalArgumentException(String.join("; ", unusable.problems()), unusable);
        }
    }

    private static void warn(Settings file, AzureParts parts) {
        boolean counted = !file.limits().none()
                || file.oauth().filter(oauth -> oauth.proofs() != Binding.OFF).isPresent();
        if (counted && parts.store().isEmpty()) {
            parts.log()
                    .warn("-", "without FOOTBRIDGE_TABLE each instance counts limits and remembers DPoP proofs alone");
        }
    }

    private static Routes routes(McpServer.Builder server, Entrance entrance, Enforcement enforcement, AzureParts parts)
            throws SettingsException {
        enforcement.apply(server, parts.secrets());
        server.audit(PackagedSettings.audit(enforcement, parts.out()));
        server.authenticator(entrance.authenticator());
        Map<String, HttpHandler> routes = new HashMap<>(entrance.documents());
        routes.put(
                ServerConfig.DEFAULTS.path(),
                entrance.around().around(server.build().http()));
        return new Routes(routes);
    }

    /** Never throws for what a client sent. */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message, String requestId) {
        return function.answer(message, requestId);
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

    private static KeyRing keys(List<String> texts, SecretReferences references) {
        List<Secret> secrets =
                texts.stream().map(text -> references.find(text).get()).toList();
        return KeyRing.of(secrets);
    }
}
