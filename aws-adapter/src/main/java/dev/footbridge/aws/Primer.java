package dev.footbridge.aws;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.Routes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.observe.Observer;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.MemoryStateStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Walks requests through everything before the first one comes, so that what every request needs is loaded: the codec,
 * the judge of the caller, the reader, the policy, limits, a question and its answer, records, sealing and opening.
 * They go through servers made for it, which are put together as the real one is but forget their records, measure
 * nothing and keep everything in memory. No tool of the app runs, and nobody is asked outside the process.
 */
final class Primer {

    private static final Caller SOMEBODY =
            Caller.named("prime", "prime", AuthMethod.NONE).build();

    private final McpServer.Builder builder;
    private final Authenticator judge;
    private final LambdaSettings settings;
    private final InstantSource clock;
    private final Log log;

    /**
     * @param builder of the real server, which has been built: it is changed here
     * @param judge of the real server; asked for nothing where it might ask an issuer
     */
    Primer(McpServer.Builder builder, Authenticator judge, LambdaSettings settings, InstantSource clock, Log log) {
        this.builder = builder;
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    /** What fails is said in the log: it is loaded with the first request, then. */
    void prime() {
        try {
            walk();
        } catch (IOException | RuntimeException | LinkageError failed) {
            log.warn("prime", "not all that requests need could be loaded ahead: " + failed);
        }
    }

    private void walk() throws IOException {
        MemoryStateStore memory = new MemoryStateStore(clock);
        LimitRule rule = LimitRule.of("prime", LimitRule.Per.CALLER).rate(Rate.parse("10/s"));
        McpServer.Builder alike = builder.audit(forgotten())
                .observer(Observer.NONE)
                .store(memory)
                .loops(new LoopBreaker(100, Duration.ofMinutes(1), clock))
                .limits(new Limiter(List.of(rule), new StateLimitStore(memory), false, clock, log))
                .sealKeys(KeyRing.random())
                .authenticator(request -> {
                    if (settings.auth() != LambdaSettings.Auth.SETTINGS) {
                        judge.authenticate(request);
                    }
                    return new Authenticator.Identified(SOMEBODY);
                });
        walk(alike, PrimingEvent.list());
        alike.policy(PolicyDecisionPoint.scopesOnly())
                .features(FeatureSet.builder().tool(asking()).build());
        JsonObject asked = walk(alike, PrimingEvent.call(JsonObject.EMPTY));
        walk(alike, PrimingEvent.answer(asked.string("requestState").orElse("")));
    }

    /** Records that are written and kept nowhere. */
    private Audit forgotten() {
        AuditKey key = new AuditKey(Secret.of(new byte[32]));
        AuditTrail trail = new AuditTrail(() -> "prime", key, line -> {}, AuditTrail.Heads.NONE);
        return Audit.of(trail, AuditSettings.DEFAULTS, log, clock);
    }

    private static Tool asking() {
        return Tool.named(PrimingEvent.TOOL)
                .describedAs("Asks.")
                .takes(Field.text("word"))
                .calls((in, call) -> ToolResult.text(call.ask("who", Form.asking("Who?", Field.text("name")))
                        .action()
                        .toString()));
    }

    /** @return the result; empty if there is none, which is said in the log */
    private JsonObject walk(McpServer.Builder server, PrimingEvent event) throws IOException {
        HeldAnswer answer = new HeldAnswer();
        try (McpServer primed = server.build()) {
            LambdaFunction function = new LambdaFunction(
                    Routes.of(primed.http()),
                    settings.door(),
                    new Bounds(ServerConfig.DEFAULTS.maxBodyBytes(), LambdaSettings.MARGIN),
                    log);
            function.invoke(
                    event.bytes(),
                    new Invocation("prime", clock.instant().plus(Duration.ofSeconds(30)), false),
                    answer);
        }
        JsonObject body =
                JsonReader.readObject(answer.json().string("body").orElse("")).orElse(JsonObject.EMPTY);
        if (body.object("result").isEmpty()) {
            log.warn("prime", "a request before the snapshot was refused, so that less of the server is loaded in it");
        }
        return body.object("result").orElse(JsonObject.EMPTY);
    }
}
