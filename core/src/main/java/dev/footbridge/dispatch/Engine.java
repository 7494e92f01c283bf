package dev.footbridge.dispatch;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditEntry;
import dev.footbridge.call.Caller;
import dev.footbridge.call.KeptStates;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Catalog;
import dev.footbridge.http.Arrival;
import dev.footbridge.json.Json;
import dev.footbridge.limit.BillingHook;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.log.Log;
import dev.footbridge.observe.Observer;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.Trace;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Sealer;
import dev.footbridge.session.EventBudget;
import dev.footbridge.session.SessionLimits;
import dev.footbridge.session.Sessions;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the parts of one server share. */
public final class Engine {

    final Parts parts;
    final ServerConfig config;
    final Catalog catalog;
    final Log log;
    final InstantSource clock;
    final Sessions sessions;
    final Provisions provisions;
    final Rounds rounds;
    final Pages pages;
    final AtomicLong conversations = new AtomicLong();
    final InFlight inFlight = new InFlight();
    final OpenStreams openStreams = new OpenStreams();
    final EventBudget eventBudget;
    final Workers workers;
    final Watchdog watchdog;
    final Gate gate;
    final Admissions admissions;
    final Billing billing;
    final Dispatcher dispatcher;

    /** Null where nothing is recorded. */
    final @Nullable ToolDigests digests;

    /** Null until something is refused: a start loads no class for that. */
    private @Nullable RefusalRecords refusals;

    /** What a server is made of. */
    public record Parts(
            Implementation self,
            ServerConfig config,
            Catalog catalog,
            StateStore store,
            Sealer sealer,
            Secrets secrets,
            PolicyDecisionPoint policy,
            Audit audit,
            Observer observer,
            @Nullable Limiter limiter,
            @Nullable LoopBreaker loops,
            @Nullable BillingHook billing,
            Authenticator authenticator,
            Log log,
            InstantSource clock,
            ThreadFactory threads) {}

    public Engine(Parts parts) {
        this.parts = parts;
        this.config = parts.config();
        this.catalog = parts.catalog();
        this.log = parts.log();
        this.clock = parts.clock();
        SessionLimits limits =
                new SessionLimits(config.sessionIdle(), config.sessionLifetime(), config.sessionsPerCaller());
        this.sessions = new Sessions(parts.store(), clock, limits);
        this.provisions = new Provisions(catalog, new KeptStates(parts.store(), clock), parts.secrets());
        this.rounds = new Rounds(parts.sealer(), parts.self().name(), config.sealLifetime());
        this.pages = new Pages(parts.sealer(), parts.self().name(), config);
        this.workers = new Workers(parts.threads(), config.maxConcurrentCalls(), inFlight, log);
        this.eventBudget = new EventBudget(clock);
        this.watchdog = new Watchdog(clock, log);
        this.gate = new Gate(parts.policy(), parts.authenticator(), log, clock);
        this.admissions = new Admissions(parts.limiter(), parts.loops(), clock, log);
        this.billing = new Billing(parts.billing(), log);
        this.digests = parts.audit() == Audit.NONE ? null : new ToolDigests();
        this.dispatcher = new Dispatcher(this);
    }

    public Catalog catalog() {
        return catalog;
    }

    synchronized RefusalRecords refusals() {
        if (refusals == null) {
            refusals = new RefusalRecords(parts.audit(), log, clock);
        }
        return refusals;
    }

    /** The record of a request that says what it wants and who sends it. */
    AuditEntry begin(Message.Request request, ProtocolVersion revision, Caller caller, Arrival arrival) {
        AuditEntry entry =
                parts.audit().begin(arrival.requestId(), arrival.remoteAddress().orElse(""));
        if (entry == AuditEntry.NONE) {
            return entry;
        }
        entry.caller(caller);
        Targets target = Targets.of(request.method());
        entry.call(request.method(), revision.text(), target.fact(), target.named(request.params()));
        Trace.from(Meta.of(request.params())).traceId().ifPresent(id -> entry.fact("trace_id", Json.of(id)));
        return entry;
    }

    /** Cancels what runs and ends what streams. */
    public void close() {
        openStreams.endAll();
        long stopped = inFlight.cancelAll();
        if (stopped > 0) {
            log.warn("-", "calls that were stopped before they ended: " + stopped);
        }
        watchdog.close();
        parts.audit().close();
    }
}
