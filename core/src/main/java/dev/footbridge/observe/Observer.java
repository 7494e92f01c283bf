package dev.footbridge.observe;

import dev.footbridge.protocol.Trace;

/**
 * Told of every request that has been settled: for traces and metrics. Thread-safe; never throws, and what it costs,
 * every call costs.
 */
@FunctionalInterface
public interface Observer {

    /** Observes nothing. */
    Observer NONE = request -> Observation.NONE;

    /** A request begins, on this thread. */
    Observation begin(Observed request);

    /**
     * What is known when it begins.
     *
     * @param method {@code _OTHER} if there is no such method
     * @param id the request's JSON-RPC id as text
     * @param kind how OpenTelemetry calls what is named, such as {@code gen_ai.tool.name}; empty if nothing is
     * @param name what is called; empty unless there is such a thing, so that clients cannot make names up
     * @param overNetwork false on standard input and output
     * @param parent the client's trace
     */
    record Observed(
            String method, String revision, String id, String kind, String name, boolean overNetwork, Trace parent) {}
}
