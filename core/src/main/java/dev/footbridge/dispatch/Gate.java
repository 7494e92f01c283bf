package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.audit.Redactor;
import dev.footbridge.call.Caller;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.http.Headers;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.log.SparingLog;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Decision;
import dev.footbridge.policy.PolicyDecisionPoint;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.security.Authenticator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the policy: the same question for what is listed and for what is called. */
final class Gate {

    private final PolicyDecisionPoint policy;
    private final Authenticator authenticator;
    private final Log log;
    private final InstantSource clock;
    private final Map<String, SparingLog> sparing = new HashMap<>();

    Gate(PolicyDecisionPoint policy, Authenticator authenticator, Log log, InstantSource clock) {
        this.policy = policy;
        this.authenticator = authenticator;
        this.log = log;
        this.clock = clock;
    }

    /** True if the caller may know of it. What only a larger scope would open may be known. */
    boolean shows(Exchange exchange, Access access) {
        if (!access.isWithin(exchange.caller())) {
            return false;
        }
        if (!policy.enforced()) {
            return true;
        }
        Decision decision = decided(exchange.caller(), access, exchange.requestId());
        return decision.allowed()
                || !policy.hidesDenied()
                || !decision.missingScopes().isEmpty();
    }

    /** True if the caller may hear of a change: not of resources that are hidden from it. */
    boolean tells(Caller caller, Change change) {
        if (!(change instanceof Change.ResourceUpdated updated)) {
            return true;
        }
        Access access = new Access(
                Access.Kind.RESOURCE,
                updated.uri(),
                true,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        if (!access.isWithin(caller)) {
            return false;
        }
        return !policy.enforced() || decided(caller, access, "-").allowed() || !policy.hidesDenied();
    }

    Access tool(Exchange exchange, Tool tool) {
        return new Access(
                Access.Kind.TOOL,
                tool.name(),
                tool.effect() == Effect.READ_ONLY,
                tool.terms().scopes(),
                Optional.empty(),
                exchange.address(),
                clock.instant());
    }

    /** Of a resource or a prompt: neither changes anything. */
    Access other(Exchange exchange, Access.Kind kind, String name) {
        return new Access(kind, name, true, Set.of(), Optional.empty(), exchange.address(), clock.instant());
    }

    /**
     * Lets a call pass.
     *
     * @param unknown what is said of something that is not there
     * @throws Denied if the policy does not let it pass
     */
    void admit(Exchange exchange, Access access, JsonObject arguments, RpcError unknown) {
        exchange.record().arguments(arguments);
        if (!access.isWithin(exchange.caller())) {
            exchange.record().decision(false, "credential", policy.digest(), true);
            tell(exchange, "denied", access, "the caller's credential is not for it");
            throw new Denied(unknown, Headers.NONE, AuditStatus.DENIED);
        }
        Decision decision = decided(exchange.caller(), access.with(arguments), exchange.requestId());
        exchange.record().decision(decision.allowed(), decision.rule(), policy.digest(), policy.enforced());
        if (decision.allowed()) {
            return;
        }
        tell(exchange, policy.enforced() ? "denied" : "recorded only", access, decision.reason());
        if (!policy.enforced()) {
            return;
        }
        if (!decision.missingScopes().isEmpty()) {
            throw lackingScopes(decision.missingScopes());
        }
        RpcError denied = RpcError.of(ErrorCode.ACCESS_DENIED, "This caller may not do this");
        throw new Denied(policy.hidesDenied() ? unknown : denied, Headers.NONE, AuditStatus.DENIED);
    }

    /**
     * Who is denied may be told that nothing is there: then only this line tells the operator why. The reason is first,
     * so that nobody writes another with the name.
     */
    private void tell(Exchange exchange, String what, Access access, String reason) {
        String kind = access.kind().name().toLowerCase(Locale.ROOT);
        String name = Redactor.line(access.name());
        sparing(kind).warn(exchange.requestId(), what + ", " + reason + ": " + kind + " " + name);
    }

    /** Made when it is needed: most starts deny nothing. Clients make up URIs, which must not push out the others. */
    private synchronized SparingLog sparing(String about) {
        return sparing.computeIfAbsent(about, made -> new SparingLog(log, clock, Duration.ofMinutes(1)));
    }

    private Denied lackingScopes(Set<String> missing) {
        Set<String> sorted = new TreeSet<>(missing);
        RpcError error = RpcError.of(
                ErrorCode.INSUFFICIENT_SCOPE, "This needs a credential with the scopes: " + String.join(" ", sorted));
        String challenge = authenticator.stepUp(sorted);
        Headers headers = challenge.isEmpty() ? Headers.NONE : Headers.of("www-authenticate", challenge);
        return new Denied(error, headers, AuditStatus.DENIED);
    }

    /** A policy that cannot decide has not allowed anything. It is asked for each entry of a list, and logged once. */
    private Decision decided(Caller caller, Access access, String requestId) {
        try {
            return policy.decide(caller, access);
        } catch (RuntimeException undecided) {
            sparing("policy").error(requestId, "the policy could not decide", undecided);
            return new Decision(false, "error", "the policy could not decide", Set.of());
        }
    }
}
