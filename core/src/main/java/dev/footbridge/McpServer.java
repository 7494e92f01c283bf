package dev.footbridge;

import dev.footbridge.audit.Audit;
import dev.footbridge.call.Caller;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.dispatch.Engine;
import dev.footbridge.dispatch.LineConversation;
import dev.footbridge.dispatch.McpEndpoint;
import dev.footbridge.dispatch.RecordedGuards;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.limit.ArrivalLimit;
import dev.footbridge.limit.BillingHook;
import dev.footbridge.limit.BodyLimit;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.log.Log;
import dev.footbridge.observe.Observer;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Cors;
import dev.footbridge.security.KeyRing;
import dev.footbridge.security.OriginGuard;
import dev.footbridge.security.Sealer;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server without a transport: adapters give it HTTP requests or lines, and take back what it answers.
 * Thread-safe.
 *
 * <pre>{@code
 * McpServer server = McpServer.named(Implementation.of("orders", "1.0"))
 *         .features(FeatureSet.builder().tool(findOrder).build())
 *         .build();
 * }</pre>
 */
public final class McpServer implements AutoCloseable {

    private final Engine engine;
    private final RecordedGuards guards;
    private final HttpHandler http;

    private McpServer(Engine engine, HttpFilter guards, Authenticator authenticator) {
        this.engine = engine;
        this.guards = new RecordedGuards(guards, engine);
        this.http = http(authenticator);
    }

    public static Builder named(Implementation self) {
        return new Builder(self);
    }

    /** Serves the endpoint: every revision, on one path; the adapter knows which. Guards come first, in this order. */
    public HttpHandler http() {
        return http;
    }

    /**
     * Another handler of the same server, such as an older transport, behind the same guards. What it refuses is
     * recorded like every refusal.
     */
    public HttpHandler guarded(HttpHandler other) {
        return guards.aroundSilent(other);
    }

    /** As {@link #http()}, with another judge of who calls: for an adapter or a test that knows it already. */
    public HttpHandler http(Authenticator judge) {
        return guards.around(new McpEndpoint(engine, judge));
    }

    /** Begins a conversation with one client on a channel of its own. */
    public Conversation converse(Caller caller, Conversation.Outlet outlet) {
        return new LineConversation(engine, caller, outlet);
    }

    /** What is offered now, and where changes are published. */
    public Catalog catalog() {
        return engine.catalog();
    }

    /** Ends every subscription and stream gracefully; running calls are cancelled. */
    @Override
    public void close() {
        engine.close();
    }

    /** Collects what a server is made of. Everything but the features has a default. Not thread-safe. */
    public static final class Builder {
        private final Implementation self;
        private FeatureSet features = FeatureSet.EMPTY;
        private ServerConfig config = ServerConfig.DEFAULTS;
        private InstantSource clock = InstantSource.system();
        private Authenticator authenticator = Authenticator.anonymous();
        private PolicyDecisionPoint policy = PolicyDecisionPoint.scopesOnly();
        private Audit audit = Audit.NONE;
        private Observer observer = Observer.NONE;
        private @Nullable Limiter limiter;
        private @Nullable LoopBreaker loops;
        private @Nullable BillingHook billing;
        private Secrets secrets = Secrets.none();
        private Log log = Log.none();
        private ThreadFactory threads = Builder::daemon;
        private @Nullable StateStore store;
        private @Nullable Supplier<KeyRing> sealKeys;

        private Builder(Implementation self) {
            this.self = self;
        }

        public Builder features(FeatureSet offered) {
            this.features = offered;
            return this;
        }

        public Builder config(ServerConfig settings) {
            this.config = settings;
            return this;
        }

        /** Where sessions and what tools keep are; without one in this process's memory. */
        public Builder store(StateStore shared) {
            this.store = shared;
            return this;
        }

        /** Who may call; without one everybody may, as {@link Caller#ANONYMOUS}. */
        public Builder authenticator(Authenticator judge) {
            this.authenticator = judge;
            return this;
        }

        /** Who may call what; without one, whoever is let in may call everything for which the scopes are there. */
        public Builder policy(PolicyDecisionPoint decides) {
            this.policy = decides;
            return this;
        }

        /** How often tools may be called; without it, as often as anybody likes. */
        public Builder limits(Limiter limits) {
            this.limiter = limits;
            return this;
        }

        /** When a caller that repeats one call is stopped; never without it. */
        public Builder loops(LoopBreaker breaker) {
            this.loops = breaker;
            return this;
        }

        /** Who is asked before every call of a tool, and told after it; nobody without this. */
        public Builder billing(BillingHook hook) {
            this.billing = hook;
            return this;
        }

        /** What is recorded of every call; nothing without this. */
        public Builder audit(Audit records) {
            this.audit = records;
            return this;
        }

        /** Who is told of every request, for traces and metrics; nobody without this. */
        public Builder observer(Observer told) {
            this.observer = told;
            return this;
        }

        /** Keys for what clients carry; without them a random key that dies with this process. */
        public Builder sealKeys(KeyRing keys) {
            return sealKeys(() -> keys);
        }

        /** As {@link #sealKeys(KeyRing)}, asked once, when something is first sealed or opened. */
        public Builder sealKeys(Supplier<KeyRing> keys) {
            this.sealKeys = keys;
            return this;
        }

        /** Where tools find the keys of what they use; without this there is none, and a tool that needs one fails. */
        public Builder secrets(Secrets found) {
            this.secrets = found;
            return this;
        }

        public Builder log(Log operatorsLog) {
            this.log = operatorsLog;
            return this;
        }

        public Builder clock(InstantSource time) {
            this.clock = time;
            return this;
        }

        /** Makes the threads that run handlers; without one, daemon threads of the platform. */
        public Builder threads(ThreadFactory factory) {
            this.threads = factory;
            return this;
        }

        public McpServer build() {
            return made(log);
        }

        /** As {@link #build()}; what the server logs goes to this log too, such as a test's. */
        public McpServer build(Log witness) {
            Log operators = log;
            return made((level, requestId, message, cause) -> {
                operators.write(level, requestId, message, cause);
                witness.write(level, requestId, message, cause);
            });
        }

        private McpServer made(Log told) {
            StateStore kept = store == null ? new MemoryStateStore(clock) : store;
            Sealer sealer = sealKeys == null ? Sealer.withRandomKey(clock) : new Sealer(sealKeys, clock);
            Engine engine = new Engine(new Engine.Parts(
                    self,
                    config,
                    new Catalog(features),
                    kept,
                    sealer,
                    secrets,
                    policy,
                    audit,
                    observer,
                    limiter,
                    loops,
                    billing,
                    authenticator,
                    told,
                    clock,
                    threads));
            HttpFilter guards = new OriginGuard(config.allowedHosts(), config.allowedOrigins())
                    .then(new Cors(config.allowedOrigins()));
            if (limiter != null && limiter.countsArrivals()) {
                guards = guards.then(new ArrivalLimit(limiter));
            }
            guards = guards.then(new BodyLimit(config.maxBodyBytes()));
            return new McpServer(engine, guards, authenticator);
        }

        private static Thread daemon(Runnable work) {
            Thread thread = new Thread(work, "footbridge-call");
            thread.setDaemon(true);
            return thread;
        }
    }
}
