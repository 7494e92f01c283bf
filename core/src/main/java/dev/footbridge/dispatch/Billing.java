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
        JsonObject result() throws Exception;
    }

    /** Of a result in the form in which it is passed on: what the client does not get was not delivered. */
    JsonObject around(Exchange exchange, Tool tool, RunningCall call, Run run) throws Exception {
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

    private JsonObject charged(BillingHook charging, Facts facts, RunningCall call, Run run) throws Exception {
        JsonObject result;
        try {
            result = run.result();
        } catch (Throwable thrown) {
            tell(charging, facts, call.awaited().isPresent() ? Outcome.AWAITING : Outcome.ABORTED);
            throw thrown;
        }
        JsonObject receipt = tell(charging, facts, outcome(call, result));
        return receipt.isEmpty() ? result : result.with("_meta", meta(result, receipt));
    }

    private static JsonObject meta(JsonObject result, JsonObject receipt) {
        JsonObject own = result.object("_meta").orElse(JsonObject.EMPTY);
        return JsonObject.builder().putAll(own).putAll(receipt).build();
    }

    private static Outcome outcome(RunningCall call, JsonObject result) {
        if (call.awaited().isPresent()) {
            return Outcome.AWAITING;
        }
        if (call.cancelled()) {
            return Outcome.ABORTED;
        }
        return result.isTrue("isError") ? Outcome.FAILED : Outcome.SUCCEEDED;
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
    private static JsonObject unpaid(JsonObject payload) {
        Content text = Content.text(JsonWriter.text(payload));
        ToolResult result = new ToolResult(List.of(text), payload, true, JsonObject.EMPTY);
        return ResultForm.of(result, Integer.MAX_VALUE);
    }
}
