package dev.footbridge.function;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.oauth.Binding;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.security.KeyRing;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server as its deployment wants it, put together in the same way in every cloud. Thread-safe, but for the builder.
 *
 * @param builder that the server was built with
 */
public record Assembly(McpServer.Builder builder, McpServer server, Entrance entrance) {

    /** Says who may come in, as a cloud has it. */
    @FunctionalInterface
    public interface Door {

        /** @throws IllegalArgumentException in words for the operator, if nobody could be let in */
        Entrance entrance(Enforcement enforcement) throws SettingsException;
    }

    /** @throws IllegalArgumentException in words for the operator, if the settings do not go together */
    public static Assembly of(FunctionApp app, Deployment said, Parts parts, Door door) {
        Settings file = PackagedSettings.read(said.file(), said.publicUrl(), parts.references());
        if (said.file().isPresent()) {
            PackagedSettings.check(file, app.features().tools().keySet());
        }
        warn(file, parts);
        Enforcement enforcement = parts.enforcement(file);
        List<HeldSecret> sealing = sealing(said.sealingKeys(), parts.references());
        McpServer.Builder builder = McpServer.named(app.self())
                .features(app.features())
                .config(config(said, app, parts, file.limits()))
                .log(parts.log())
                .observer(parts.observer())
                .sealKeys(() -> KeyRing.of(sealing.stream().map(HeldSecret::get).toList()));
        try {
            Entrance entrance = door.entrance(enforcement);
            enforcement.apply(builder, parts.secrets());
            builder.audit(PackagedSettings.audit(enforcement, parts.out())).authenticator(entrance.authenticator());
            return new Assembly(builder, builder.build(), entrance);
        } catch (SettingsException unusable) {
            throw new IllegalArgumentException(String.join("; ", unusable.problems()), unusable);
        }
    }

    /** The endpoint, and what everybody may read. */
    public Routes routes() {
        return serving(endpoint());
    }

    /** @param around what stands around the endpoint, outside of all that asks for a credential */
    public Routes routes(HttpFilter around) {
        return serving(around.around(endpoint()));
    }

    private HttpHandler endpoint() {
        return entrance.around().around(server.http());
    }

    private Routes serving(HttpHandler endpoint) {
        Map<String, HttpHandler> routes = new HashMap<>(entrance.documents());
        routes.put(ServerConfig.DEFAULTS.path(), endpoint);
        return new Routes(routes);
    }

    private static void warn(Settings file, Parts parts) {
        boolean counted = !file.limits().none()
                || file.oauth().filter(oauth -> oauth.proofs() != Binding.OFF).isPresent();
        if (counted && parts.store().isEmpty()) {
            parts.log()
                    .warn("-", "without FOOTBRIDGE_TABLE each instance counts limits and remembers DPoP proofs alone");
        }
    }

    /** What stands in front serves its own names only, so that any host that comes through is one of them. */
    private static ServerConfig config(Deployment said, FunctionApp app, Parts parts, LimitSettings limits) {
        return ServerConfig.DEFAULTS.toBuilder()
                .allowedHosts(List.of("*"))
                .allowedOrigins(said.origins())
                .sessions(parts.store().isPresent() ? SessionMode.SESSIONS : SessionMode.STATELESS)
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
