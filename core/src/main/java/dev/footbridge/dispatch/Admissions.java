package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditException;
import dev.footbridge.audit.AuditStatus;
import dev.footbridge.feature.Tool;
import dev.footbridge.http.Headers;
import dev.footbridge.json.Canonical;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.Admission;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.limit.Rate;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.state.Digest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the limits before a tool runs. What is refused says how long to wait, to the client and to the model. */
final class Admissions {

    private final @Nullable Limiter limiter;
    private final @Nullable LoopBreaker loops;
    private final InstantSource clock;
    private final Log log;
    private @Nullable Limiter ownRates;

    /**
     * @param limiter null if the operator limits nothing; then only the rates of tools count, in this instance alone
     */
    Admissions(@Nullable Limiter limiter, @Nullable LoopBreaker loops, InstantSource clock, Log log) {
        this.limiter = limiter;
        this.loops = loops;
        this.clock = clock;
        this.log = log;
    }

    /** Why a call that was made before must not be made again, for the model; empty if it may. */
    Optional<String> repeated(Exchange exchange, String tool, JsonObject arguments) {
        if (loops == null) {
            return Optional.empty();
        }
        Optional<String> reason = loops.check(exchange.caller(), tool, Digest.of(Canonical.text(arguments)));
        reason.ifPresent(unused -> exchange.record().end(AuditStatus.RATE_LIMITED));
        return reason;
    }

    /**
     * Takes what a call needs.
     *
     * @return to be closed when the call ends; null where nothing is limited
     * @throws Denied if a limit is reached, or cannot be asked and must be
     */
    Admission.@Nullable Admitted admit(Exchange exchange, Tool tool) {
        Rate own = tool.terms().rate();
        if (limiter == null && own == null) {
            return null;
        }
        Admission admission = limiterOfCalls()
                .admit(
                        exchange.caller(),
                        tool.name(),
                        exchange.address(),
                        tool.terms().cost(),
                        own);
        if (admission instanceof Admission.Refused refused) {
            throw denied(exchange, refused);
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        left(exchange, admitted);
        return admitted;
    }

    /**
     * Counts a request that came together with others, of which only the first was counted when it arrived.
     *
     * @throws RpcException if its address sent too many
     */
    void arrived(String address) {
        if (limiter == null || !limiter.countsArrivals()) {
            return;
        }
        if (limiter.arrive(address) instanceof Admission.Refused refused) {
            throw new RpcException(refused.code(), refused.text(), wait(refused));
        }
    }

    private Limiter limiterOfCalls() {
        return limiter != null ? limiter : ownRates();
    }

    private synchronized Limiter ownRates() {
        if (ownRates == null) {
            ownRates = new Limiter(List.of(), new MemoryLimitStore(), false, clock, log);
        }
        return ownRates;
    }

    /**
     * Keeps that a tool is about to run, where that is asked for.
     *
     * @throws Denied if it cannot be kept
     */
    void record(Exchange exchange, Tool tool) {
        try {
            exchange.record().intend(tool.name(), tool.terms().recordedFirst());
        } catch (AuditException lost) {
            log.error(exchange.requestId(), "a call did not run, because it could not be recorded first", lost);
            String text = "This call has to be recorded before it runs, and cannot be recorded.";
            throw new Denied(RpcError.of(ErrorCode.GUARD_UNAVAILABLE, text), Headers.NONE, AuditStatus.UNAVAILABLE);
        }
    }

    private static void left(Exchange exchange, Admission.Admitted admitted) {
        admitted.tightest()
                .ifPresent(left -> exchange.record()
                        .fact(
                                "limit",
                                JsonObject.builder()
                                        .put("id", left.rule())
                                        .put("remaining", left.count())
                                        .put("degraded", admitted.degraded())
                                        .build()));
    }

    private static Denied denied(Exchange exchange, Admission.Refused refused) {
        boolean limited = refused instanceof Admission.Limited;
        if (limited) {
            exchange.record().fact("limit", JsonObject.of("id", refused.rule()));
        }
        return new Denied(
                new RpcError(refused.code(), refused.text(), wait(refused)),
                Headers.of("retry-after", Long.toString(refused.delaySeconds())),
                limited ? AuditStatus.RATE_LIMITED : AuditStatus.UNAVAILABLE);
    }

    private static JsonObject wait(Admission.Refused refused) {
        return JsonObject.builder()
                .put("retryAfterSeconds", refused.delaySeconds())
                .put("limit", refused.rule())
                .build();
    }
}
