package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.http.Headers;
import dev.footbridge.json.Canonical;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.Admission;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.LoopBreaker;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.state.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the limits before a tool runs. What is refused says how long to wait, to the client and to the model. */
final class Admissions {

    private final @Nullable Limiter limiter;
    private final @Nullable LoopBreaker loops;

    Admissions(@Nullable Limiter limiter, @Nullable LoopBreaker loops) {
        this.limiter = limiter;
        this.loops = loops;
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
    Admission.@Nullable Admitted admit(Exchange exchange, String tool) {
        if (limiter == null) {
            return null;
        }
        Admission admission = limiter.admit(exchange.caller(), tool, exchange.address(), 1);
        if (admission instanceof Admission.Limited limited) {
            exchange.record().fact("limit", JsonObject.of("id", limited.rule()));
            long seconds = limited.delaySeconds();
            throw denied(ErrorCode.RATE_LIMITED, limited.rule(), limited.text(), seconds, AuditStatus.RATE_LIMITED);
        }
        if (admission instanceof Admission.Unavailable down) {
            long seconds = Math.max(1, down.retryAfter().toSeconds());
            throw denied(ErrorCode.LIMITS_UNAVAILABLE, down.rule(), down.text(), seconds, AuditStatus.UNAVAILABLE);
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        record(exchange, admitted);
        return admitted;
    }

    private static void record(Exchange exchange, Admission.Admitted admitted) {
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

    private static Denied denied(ErrorCode code, String rule, String text, long seconds, AuditStatus status) {
        JsonObject data = JsonObject.builder()
                .put("retryAfterSeconds", Json.of(seconds))
                .put("limit", rule)
                .build();
        return new Denied(new RpcError(code, text, data), Headers.of("retry-after", Long.toString(seconds)), status);
    }
}
