package dev.footbridge.function;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.audit.Audit;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.observe.Observer;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.MemoryStateStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks requests through everything before the first one comes, so that it finds loaded what every request needs: the
 * codec, the judge of the caller, the reader, the policy, limits, a question and its answer, sealing and opening. They
 * go through servers made for it, which are put together as the real one is but record nothing, measure nothing and
 * keep everything in memory. No tool of the app runs, and nobody is asked outside the process.
 */
public final class Primer {

    private static final Caller SOMEBODY =
            Caller.named("prime", "prime", AuthMethod.NONE).build();

    private final McpServer.Builder builder;
    private final Consumer<HttpRequest> judge;
    private final Way way;
    private final InstantSource clock;
    private final Log log;

    /** How the platform's requests reach a server: everything of the adapter that can be walked. */
    @FunctionalInterface
    public interface Way {

        /** @return the body of the answer; empty if it is no object */
        JsonObject walk(Routes routes, PrimingRequest request) throws IOException;
    }

    /**
     * @param builder of the real server, which has been built: it is changed here
     * @param judge of callers, as the real server has it; does nothing where it might ask somebody
     */
    public Primer(McpServer.Builder builder, Consumer<HttpRequest> judge, Way way, InstantSource clock, Log log) {
        this.builder = builder;
        this.judge = judge;
        this.way = way;
        this.clock = clock;
        this.log = log;
    }

    public void prime() throws IOException {
        MemoryStateStore memory = new MemoryStateStore(clock);
        LimitRule rule = LimitRule.of("prime", LimitRule.Per.CALLER).rate(Rate.parse("10/s"));
        McpServer.Builder alike = builder.audit(Audit.NONE)
                .observer(Observer.NONE)
                .store(memory)
                .loops(new LoopBreaker(100, Duration.ofMinutes(1), clock))
                .limits(new Limiter(List.of(rule), new StateLimitStore(memory), false, clock, log))
                .sealKeys(KeyRing.random())
                .authenticator(request -> {
                    judge.accept(request);
                    return new Authenticator.Identified(SOMEBODY);
                });
        walk(alike, PrimingRequest.list());
        alike.policy(PolicyDecisionPoint.scopesOnly())
                .features(FeatureSet.builder().tool(asking()).build());
        JsonObject asked = walk(alike, PrimingRequest.call(JsonObject.EMPTY));
        walk(alike, PrimingRequest.answer(asked.string("requestState").orElse("")));
    }

    private static Tool asking() {
        return Tool.named(PrimingRequest.TOOL)
                .describedAs("Asks.")
                .takes(Field.text("word"))
                .calls((in, call) -> ToolResult.text(call.ask("who", Form.asking("Who?", Field.text("name")))
                        .action()
                        .toString()));
    }

    /** @return the result; empty if there is none, which is said in the log */
    private JsonObject walk(McpServer.Builder server, PrimingRequest request) throws IOException {
        try (McpServer primed = server.build()) {
            JsonObject body = way.walk(Routes.of(primed.http()), request);
            if (body.object("result").isEmpty()) {
                log.warn("prime", "a request for priming was refused, so that the first real one finds less loaded");
            }
            return body.object("result").orElse(JsonObject.EMPTY);
        }
    }
}
