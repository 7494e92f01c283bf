package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Trace;
import dev.footbridge.secret.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call as its handler sees it: who calls, until when, and everything a tool, prompt or resource may do beside
 * returning its result. The same for clients of every revision. Lives as long as the call; may be used from several
 * threads.
 *
 * <pre>{@code
 * Tool cancelOrder = Tool.named("cancel_order")
 *         .describedAs("Cancels an order, after the user has confirmed.")
 *         .effect(Effect.DESTRUCTIVE)
 *         .takes(ORDER)
 *         .calls((in, call) -> {
 *             if (!call.confirm("cancel", "Cancel order " + in.get(ORDER) + "?")) {
 *                 throw new ToolFailure("The user kept the order.");
 *             }
 *             orders.cancel(in.get(ORDER), call.secrets().get("orders-api-key"));
 *             return ToolResult.text("Cancelled.");
 *         });
 * }</pre>
 *
 * <p>Write handlers so that everything before the last question may run again: first read, then ask, then change
 * things. What a method does depends on the client's revision only where this table says so:
 *
 * <table>
 * <caption>What happens, by the client's revision</caption>
 * <tr><th>method</th><th>2026-07-28</th><th>older revisions</th></tr>
 * <tr><td>{@link #caller}</td>
 *     <td colspan="2">who the authenticator found behind this very request; {@link Caller#ANONYMOUS} without one</td></tr>
 * <tr><td>{@link #client}</td>
 *     <td>what the request says of its client</td>
 *     <td>what the client said at {@code initialize}; {@link Client#UNKNOWN} without a session</td></tr>
 * <tr><td>{@link #trace}</td>
 *     <td colspan="2">what the request's {@code _meta} carries; empty where it carries nothing</td></tr>
 * <tr><td>{@link #deadline}</td>
 *     <td colspan="2">the earliest of the server's, the tool's and the platform's</td></tr>
 * <tr><td>{@link #cancelled}, {@link #onCancel}</td>
 *     <td>when the client hangs up, sends {@code notifications/cancelled} (stdio), or the time is up</td>
 *     <td>when the client sends {@code notifications/cancelled}, ends its session, or the time is up; hanging up
 *     cancels on stdio only, because over HTTP it may come back</td></tr>
 * <tr><td>{@link #progress}</td>
 *     <td>a notification, if the request has a {@code progressToken} and its client takes a stream</td>
 *     <td>the same; before 2025-03-26 without the message</td></tr>
 * <tr><td>{@link #log}</td>
 *     <td>a notification, if the request names a {@code logLevel} and this line is as severe</td>
 *     <td>a notification, if it is as severe as {@code logging/setLevel} said, {@code info} if it never did; over
 *     HTTP only in a session</td></tr>
 * <tr><td>{@link #ask(String, InputRequest)}, {@link #askAll}, {@link #confirm}</td>
 *     <td>the result of this call is {@code input_required}, and the handler is left by {@link InputAwaited}. The client
 *     calls again with the answers, to any instance: the handler runs from the top and the method returns at once</td>
 *     <td>a request on the call's own stream; the method waits for the answer, which may reach any instance</td></tr>
 * <tr><td>the same, if the client cannot answer</td>
 *     <td>the call is refused, and the error names the capability that is missing</td>
 *     <td>the model is told that its client cannot be asked; so it is if no answer comes, if it does not fit the
 *     question, if there is no session, and if the client takes no stream</td></tr>
 * <tr><td>{@link #state}, {@link #newState}</td>
 *     <td colspan="2">kept in the server's store, and found again from a client of any revision</td></tr>
 * <tr><td>{@link #secrets}</td>
 *     <td colspan="2">those the server was built with</td></tr>
 * <tr><td>{@link #releaseConnection}</td>
 *     <td>nothing</td>
 *     <td>2025-11-25 in a session: the stream is closed, and the client comes back for the result; else nothing</td></tr>
 * </table>
 *
 * <p>Whatever one of these methods throws may simply pass: it is told to the client in words written for it, or goes to
 * the operator's log with its cause, and the client gets a reference.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools</a>
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi round-trip
 *     requests</a>
 */
public interface Call {

    /** Who calls, verified. Decide by this what the call may reach; never by anything in the arguments. */
    Caller caller();

    /** The program that calls, as it describes itself. For display and debugging. */
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

    /** Runs the action once, when the call is cancelled; at once if it already is. Keep it short. */
    void onCancel(Runnable action);

    /**
     * Reports progress, if the client asked for it.
     *
     * @param done must grow with every report; a report that does not grow is dropped
     * @param total 0 if not known
     * @param message for the user; empty for none
     */
    void progress(double done, double total, String message);

    /** As {@link #progress(double, double, String)}, without a message. */
    default void progress(double done, double total) {
        progress(done, total, "");
    }

    /** Sends a log line to the client, if it asked for this level. Never put secrets or personal data in it. */
    void log(LogLevel level, Json data);

    /** As {@link #log(LogLevel, Json)}, with a sentence. */
    default void log(LogLevel level, String text) {
        log(level, Json.of(text));
    }

    /** As {@link #log(LogLevel, String)}, at the level {@code info}. */
    default void log(String text) {
        log(LogLevel.INFO, text);
    }

    /**
     * Asks the client's side for one thing, and returns when the answer is here.
     *
     * <p>A user may refuse, and a refusal is an answer: look at {@link FormAnswer#accepted} before anything else.
     *
     * @param key names the question within this call: the same question has the same key in every run, and another
     *     question another one
     * @throws InputAwaited to leave the handler until the answer is here: let it pass
     */
    <A> A ask(String key, InputRequest<A> request);

    /**
     * Asks the user to fill in a record, and returns it when the answer is here. Everything said of {@link #ask(String,
     * InputRequest)} holds here too.
     *
     * <pre>{@code
     * @Question
     * record Delivery(String street, Optional<LocalDate> day) {}
     *
     * Delivery delivery = call.ask("delivery", Delivery.class, "Where shall it go?");
     * }</pre>
     *
     * @param form a record marked {@link dev.footbridge.tool.Question @Question}
     * @param message what the user reads above the form
     * @throws Declined if the user says no or goes away: let it pass, unless there is something to undo
     * @throws InputAwaited to leave the handler until the answer is here: let it pass
     */
    <R extends Record> R ask(String key, Class<R> form, String message);

    /**
     * As {@link #ask(String, InputRequest)}, for several questions at once: one round for a modern client, one after
     * the other else.
     */
    Answers askAll(Map<String, InputRequest<?>> requests);

    /**
     * Asks the user for a yes, before something that cannot be taken back.
     *
     * <p>The user sees the message and a box to tick, which has no default: a client that accepts everything by itself
     * has not confirmed. For other words beside the box, or more questions, {@link #ask(String, InputRequest)} with a
     * {@link Form} of your own.
     *
     * @param key as for {@link #ask(String, InputRequest)}
     * @param message says what will happen, to what, as a question: {@code Delete 12 files in reports?}
     * @return true only if the user ticked the box and accepted; false if it was left empty, or the user declined or
     *     went away
     * @throws InputAwaited as {@link #ask(String, InputRequest)} does: let it pass
     */
    default boolean confirm(String key, String message) {
        return Confirmation.isGiven(ask(key, Confirmation.of(message)));
    }

    /**
     * What is kept for this caller between calls under the handle; the store is asked when the returned object is.
     *
     * <p>The handle may come from the arguments. One that nothing is kept under, or that another caller has, or that is
     * none at all, finds nothing. For an anonymous caller only handles that {@link #newState} made are good.
     *
     * @see KeptState
     */
    KeptState state(String handle);

    /**
     * Room for something to be kept for this caller, under a new handle that nobody can guess. Nothing is stored before
     * {@link KeptState#put}. Call it after the last question: every run gets another handle.
     */
    KeptState newState();

    /**
     * Keys and passwords of the systems that this handler uses. Ask for one where it is used: it may change.
     *
     * <p>A {@linkplain dev.footbridge.secret.Secret secret} must never enter a result, a question, a log line or kept
     * state.
     */
    Secrets secrets();

    /**
     * Closes the response stream of a legacy client that can come back for the result (2025-11-25, SSE polling), so
     * that no connection is held during long work. For every other client it does nothing.
     */
    void releaseConnection();
}
