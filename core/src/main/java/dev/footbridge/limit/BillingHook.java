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

    /** Told once for each call that was allowed, however it ended. */
    void after(Facts call, long cost, Outcome outcome);

    /** A hook that allows everything and keeps nothing. */
    static BillingHook none() {
        return new BillingHook() {
            @Override
            public Verdict before(Facts call) {
                return new Allow();
            }

            @Override
            public void after(Facts call, long cost, Outcome outcome) {}
        };
    }

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

    /** The call does not run; the client gets the payload, in the terms of the payment protocol it speaks. */
    record PaymentRequired(JsonObject payload) implements Verdict {}

    /** How a call ended. */
    enum Outcome {
        SUCCEEDED,
        /** The tool said that it failed. */
        FAILED,
        /** The server broke the call off: a time-out, a cancellation, an error. */
        ABORTED
    }
}
