package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.limit.BillingHook;
import dev.footbridge.limit.BillingHook.Facts;
import dev.footbridge.limit.BillingHook.Outcome;
import dev.footbridge.limit.BillingHook.PaymentRequired;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whoever bills before a tool runs, and tells them what became of it. */
final class Billing {

    private final @Nullable BillingHook hook;
    private final Log log;

    Billing(@Nullable BillingHook hook, Log log) {
        this.hook = hook;
        this.log = log;
    }

    /** Runs a tool. */
    interface Run {
        ToolResult result() throws Exception;
    }

    ToolResult around(Exchange exchange, Tool tool, RunningCall call, Run run) throws Exception {
        if (hook == null) {
            return run.result();
        }
        Facts facts = new Facts(
                exchange.caller(),
                tool.name(),
                exchange.requestId(),
                tool.terms().cost(),
                call.meta());
        if (hook.before(facts) instanceof PaymentRequired due) {
            exchange.record().end(AuditStatus.PAYMENT_REQUIRED);
            return unpaid(due.payload());
        }
        return charged(hook, facts, call, run);
    }

    private ToolResult charged(BillingHook charging, Facts facts, RunningCall call, Run run) throws Exception {
        ToolResult result;
        try {
            result = run.result();
        } catch (Throwable thrown) {
            tell(charging, facts, call.awaited().isPresent() ? Outcome.AWAITING : Outcome.ABORTED);
            throw thrown;
        }
        JsonObject receipt = tell(charging, facts, outcome(call, result));
        return receipt.isEmpty()
                ? result
                : new ToolResult(
                        result.content(),
                        result.structured(),
                        result.failed(),
                        JsonObject.builder()
                                .putAll(result.meta())
                                .putAll(receipt)
                                .build());
    }

    private static Outcome outcome(RunningCall call, ToolResult result) {
        if (call.awaited().isPresent()) {
            return Outcome.AWAITING;
        }
        if (call.cancelled()) {
            return Outcome.ABORTED;
        }
        return result.failed() ? Outcome.FAILED : Outcome.SUCCEEDED;
    }

    /** The tool has done what it does: what goes wrong afterwards must not look as if it had not. */
    private JsonObject tell(BillingHook charging, Facts facts, Outcome outcome) {
        try {
            return charging.after(facts, outcome);
        } catch (RuntimeException bug) {
            log.error(facts.requestId(), "a call ran and could not be billed", bug);
            return JsonObject.EMPTY;
        }
    }

    /** In-band, because every client hands a result to whoever can pay, and few do that with an error. */
    private static ToolResult unpaid(JsonObject payload) {
        return new ToolResult(List.of(Content.text(JsonWriter.text(payload))), payload, true, JsonObject.EMPTY);
    }
}
