package dev.footbridge.aws;

import dev.footbridge.McpServer;
import dev.footbridge.aws.dynamo.DynamoLimitStore;
import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.function.Entrance;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.PackagedSettings;
import dev.footbridge.function.Primer;
import dev.footbridge.function.Routes;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.Binding;
import dev.footbridge.observe.Observer;
import dev.footbridge.secret.EnvironmentSecrets;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.KeyRing;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.LimitSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.state.StateStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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

    private LambdaServer(LambdaSettings settings, LambdaFunction function, FunctionLog log, RuntimeLoop.Hooks hooks) {
        this.settings = settings;
        this.function = function;
        this.log = log;
        this.hooks = hooks;
    }

    /**
     * @param out where logs, metrics and records go, which is the function's log group
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    public static LambdaServer of(FunctionApp app, Map<String, String> environment, PrintStream out) {
        LambdaSettings settings = LambdaSettings.of(environment);
        Parts parts = Parts.of(settings, environment, out);
        Settings file = PackagedSettings.read(settings.file().map(Path::of), settings.publicUrl(), parts.references());
        if (settings.file().isPresent()) {
            PackagedSettings.check(file, app.features().tools().keySet());
        }
        warn(file, parts);
        Enforcement enforcement = new Enforcement(file, parts.store(), parts.counts(), parts.clock(), parts.log());
        McpServer.Builder server = McpServer.named(app.self())
                .features(app.features())
                .config(config(settings, app, file.limits()))
                .log(parts.log())
                .observer(settings.metrics() ? new Metrics(out, parts.clock()) : Observer.NONE)
                .sealKeys(() -> keys(settings.sealingKeys(), parts.references()));
        try {
            Entrance entrance = Entrances.of(settings, enforcement);
            Routes routes = routes(server, entrance, enforcement, parts);
            Bounds bounds = new Bounds(ServerConfig.DEFAULTS.maxBodyBytes(), LambdaSettings.MARGIN);
            Primer primer = new Primer(
                    server,
                    judge(settings, entrance),
                    new PrimingWay(settings.door(), parts.clock(), parts.log()),
                    parts.clock(),
                    parts.log());
            return new LambdaServer(
                    settings,
                    new LambdaFunction(routes, settings.door(), bounds, parts.log()),
                    parts.log(),
                    new SnapshotHooks(primer, parts.account(), parts.clock(), parts.log()));
        } catch (SettingsException unusable) {
            throw new IllegalArgumentException(String.join("; ", unusable.problems()), unusable);
        }
    }

    /** The one that settings ask for might ask an issuer. */
    private static Consumer<HttpRequest> judge(LambdaSettings settings, Entrance entrance) {
        return settings.auth() == LambdaSettings.Auth.SETTINGS
                ? request -> {}
                : request -> entrance.authenticator().authenticate(request);
    }

    private static void warn(Settings file, Parts parts) {
        boolean counted = !file.limits().none()
                || file.oauth().filter(oauth -> oauth.proofs() != Binding.OFF).isPresent();
        if (counted && parts.store().isEmpty()) {
            parts.log()
                    .warn(
                            "-",
                            "without FOOTBRIDGE_TABLE each environment counts limits and remembers DPoP proofs alone");
        }
    }

    private static Routes routes(McpServer.Builder server, Entrance entrance, Enforcement enforcement, Parts parts)
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

    /**
     * What the parts of a server share.
     *
     * @param store empty where no table is named
     * @param counts of limits, in the same table
     * @param secrets of tools that the settings do not name
     */
    record Parts(
            FunctionLog log,
            InstantSource clock,
            AwsAccount account,
            SecretReferences references,
            Optional<StateStore> store,
            Optional<LimitStore> counts,
            Secrets secrets,
            PrintStream out) {

        static Parts of(LambdaSettings settings, Map<String, String> environment, PrintStream out) {
            InstantSource clock = InstantSource.system();
            FunctionLog log = new FunctionLog(out, clock);
            AwsAccount account = new AwsAccount(environment, clock);
            SecretReferences references = Vaults.references(environment, account, clock, log);
            Secrets secrets = new EnvironmentSecrets(environment);
            if (settings.table().isEmpty()) {
                return new Parts(log, clock, account, references, Optional.empty(), Optional.empty(), secrets, out);
            }
            AwsService dynamo = account.service(AwsServiceName.DYNAMODB, AwsPatience.USUAL);
            String table = settings.table().get();
            DynamoStateStore store = new DynamoStateStore(dynamo, table, clock);
            LimitStore counts = new DynamoLimitStore(dynamo, table, store);
            return new Parts(log, clock, account, references, Optional.of(store), Optional.of(counts), secrets, out);
        }
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

    /** What is done around a snapshot: nothing may be in it that must differ between copies, or that grows old. */
    public RuntimeLoop.Hooks hooks() {
        return hooks;
    }

    /** The door in front serves its own names only, so that any host that comes through is one of them. */
    private static ServerConfig config(LambdaSettings settings, FunctionApp app, LimitSettings limits) {
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
