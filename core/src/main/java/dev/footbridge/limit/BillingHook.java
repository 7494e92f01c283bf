package dev.footbridge.limit;

import dev.footbridge.call.Caller;
import dev.footbridge.json.JsonObject;

/**
 * For those who bill for calls: asked before a call runs, and told after it. Thread-safe; may block on the network. A
 * hook that throws before a call keeps it from running.
 */
public interface BillingHook {

    /** Whether the call may run. */
    Verdict before(Facts call);

    /**
     * Told once for each call that was allowed, however it ended.
     *
     * @return members for the {@code _meta} of the result, such as a receipt; empty for none. A call that has no result
     *     has no place for them.
     */
    JsonObject after(Facts call, Outcome outcome);

    /**
     * What is known of a call.
     *
     * @param requestId names the call in the log and the audit
     * @param cost what the tool says it costs
     * @param meta the {@code _meta} of the request, where a client puts its payment; not verified
     */
    record Facts(Caller caller, String tool, String requestId, long cost, JsonObject meta) {}

    /** What the hook says. */
    sealed interface Verdict permits Allow, PaymentRequired {}

    /** The call may run. */
    record Allow() implements Verdict {}

    /**
     * The call does not run; its result is an error with the payload as structured content and as text, which is where
     * x402 looks for it.
     *
     * @see <a href="https://github.com/coinbase/x402/blob/main/specs/transports-v2/mcp.md">x402 over MCP</a>
     */
    record PaymentRequired(JsonObject payload) implements Verdict {}

    /** How a call ended. */
    enum Outcome {
        SUCCEEDED,
        /** The tool said that it failed. */
        FAILED,
        /** It did not come to an end: wrong arguments, a time-out, a cancellation, an error. */
        ABORTED,
        /** It asked something. The client calls again with the answer, and that is a call of its own. */
        AWAITING
    }
}
