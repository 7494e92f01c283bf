package dev.footbridge.observe;

/**
 * One request while it runs. Ended once, on the thread that began it, and whatever that thread does meanwhile is within
 * it.
 */
@FunctionalInterface
public interface Observation {

    /** Of a request that nobody observes. */
    Observation NONE = (error, code) -> {};

    /**
     * The request has ended.
     *
     * @param error why it failed, in one of a few words: {@code tool_error}, {@code timeout}, {@code cancelled}, or a
     *     JSON-RPC error code; empty if it did not
     * @param code the JSON-RPC error code; 0 for none
     */
    void end(String error, int code);
}
