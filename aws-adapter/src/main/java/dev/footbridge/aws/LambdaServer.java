package dev.footbridge.aws;

import dev.footbridge.McpServer;
import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.identity.ClaimsAuthenticator;
import dev.footbridge.aws.identity.GatewayMetadata;
import dev.footbridge.aws.identity.IamAuthenticator;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.StateStore;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server put together for Lambda, from what the template says. Making it connects to nothing: a call that needs
 * neither state nor a limit nor a sealed thing asks nothing of AWS.
 */
public final class LambdaServer implements RuntimeLoop.Function {

    private final LambdaSettings settings;
    private final LambdaFunction function;
    private final LambdaLog log;
    private final RuntimeLoop.Hooks hooks;

    private LambdaServer(LambdaSettings settings, LambdaFunction function, LambdaLog log, RuntimeLoop.Hooks hooks) {
        this.settings = settings;
        this.function = function;
        this.log = log;
        this.hooks = hooks;
    }

    /**
     * @param out where logs, metrics and records go, which is the function's log group
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    public static LambdaServer of(LambdaApp app, Map<String, String> environment, PrintStream out) {
        LambdaSettings settings = LambdaSettings.of(environment);
        Parts parts = Parts.of(settings, environment, out);
        McpServer.Builder server = McpServer.named(app.self())
                .features(app.features())
                .config(config(settings, app))
                .log(parts.log())
                .observer(new Metrics(out, parts.clock()))
                .sealKeys(() -> keys(settings.sealingKeys(), parts.references()));
        parts.store().ifPresent(server::store);
        Map<String, HttpHandler> routes = new HashMap<>();
        Authenticator authenticator = settings.file().isPresent()
                ? new FileSettings(settings.file().get(), parts).apply(server, settings, routes)
                : vouched(settings, routes);
        server.authenticator(authenticator);
        routes.put(ServerConfig.DEFAULTS.path(), server.build().http());
        Bounds bounds = new Bounds(ServerConfig.DEFAULTS.maxBodyBytes(), LambdaSettings.MARGIN);
        Primer primer = new Primer(server, authenticator, settings, parts.clock(), parts.log());
        return new LambdaServer(
                settings,
                new LambdaFunction(routes, settings.door(), bounds, parts.log()),
                parts.log(),
                new SnapshotHooks(primer, parts.account(), parts.log()));
    }

    /**
     * What the parts of a server share.
     *
     * @param store empty where no table is named
     */
    record Parts(
            LambdaLog log,
            InstantSource clock,
            AwsAccount account,
            SecretReferences references,
            Optional<StateStore> store,
            PrintStream out) {

        static Parts of(LambdaSettings settings, Map<String, String> environment, PrintStream out) {
            InstantSource clock = InstantSource.system();
            LambdaLog log = new LambdaLog(out, clock);
            AwsAccount account = new AwsAccount(environment, clock);
            Optional<StateStore> store = settings.table()
                    .map(table -> new DynamoStateStore(
                            account.service(AwsServiceName.DYNAMODB, AwsPatience.USUAL), table, clock));
            return new Parts(log, clock, account, Vaults.references(environment, account, clock, log), store, out);
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
    private static ServerConfig config(LambdaSettings settings, LambdaApp app) {
        return ServerConfig.DEFAULTS.toBuilder()
                .allowedHosts(List.of("*"))
                .allowedOrigins(settings.origins())
                .sessions(settings.table().isPresent() ? SessionMode.SESSIONS : SessionMode.STATELESS)
                .instructions(app.instructions().orElse(null))
                .build();
    }

    static Authenticator vouched(LambdaSettings settings, Map<String, HttpHandler> routes) {
        if (settings.auth() == LambdaSettings.Auth.IAM) {
            return new IamAuthenticator();
        }
        settings.publicUrl()
                .map(url -> new GatewayMetadata(url, settings.issuers()))
                .ifPresent(metadata -> metadata.paths().forEach(path -> routes.put(path, metadata)));
        return new ClaimsAuthenticator(new ClaimsAuthenticator.Rules(
                new HashSet<>(settings.issuers()),
                new HashSet<>(settings.audiences()),
                new HashSet<>(settings.clients())));
    }

    private static KeyRing keys(List<String> texts, SecretReferences references) {
        List<Secret> secrets =
                texts.stream().map(text -> references.find(text).get()).toList();
        return KeyRing.of(secrets);
    }
}
