package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Trace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call as its handler sees it, the same for clients of every revision. Lives as long as the call; may be used from
 * several threads.
 */
public interface Call {

    Caller caller();

    Client client();

    /** The caller's trace, to be passed on to whatever this call calls. */
    Trace trace();

    /** The {@code _meta} of the request as it was sent, which nobody has checked; empty if there was none. */
    default JsonObject meta() {
        return JsonObject.EMPTY;
    }

    /** When the call will be given up, if ever. */
    Optional<Instant> deadline();

    /** True once the client has gone or has cancelled, or the time is up: stop soon, nothing more will reach it. */
    boolean cancelled();

    /** Runs the action once, when the call is cancelled; at once if it already is. */
    void onCancel(Runnable action);

    /**
     * Reports progress, if the client asked for it.
     *
     * @param done must grow with every report; a report that does not grow is dropped
     * @param total 0 if not known
     * @param message for the user; empty for none
     */
    void progress(double done, double total, String message);

    /** Sends a log line to the client, if it asked for this level. Never put secrets or personal data in it. */
    void log(LogLevel level, Json data);

    /**
     * Asks the client's side for one thing, and returns when the answer is here.
     *
     * <p>Write handlers so that everything before the last question may run again. A modern client gets the question as
     * the result of this call and calls again with the answer: the handler then starts from the top, and this method
     * returns at once. A legacy client gets the question while the call waits.
     *
     * @param key names the question within this call; the same question must have the same key in every run
     * @throws InputAwaited to leave the handler until the answer is here: let it pass
     */
    <A> A ask(String key, InputRequest<A> request);

    /** As {@link #ask}, for several questions at once. */
    Answers askAll(Map<String, InputRequest<?>> requests);

    /**
     * Closes the response stream of a legacy client that can come back for the result (2025-11-25, SSE polling), so
     * that no connection is held during long work. For every other client it does nothing.
     */
    void releaseConnection();
}
