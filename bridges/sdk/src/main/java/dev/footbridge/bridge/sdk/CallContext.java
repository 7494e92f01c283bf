package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transport context that handlers get: what is known of the call, under the keys below. Facts that are not known
 * are null. Nothing in it comes from a header of the request.
 */
public final class CallContext implements McpTransportContext {

    /** The {@link Call} itself, for everything the SDK has no word for. */
    public static final String CALL = "footbridge.call";
    /** Whose data the call may reach: a string, verified. */
    public static final String TENANT = "footbridge.tenant";
    /** Who vouches for the subject: a string, verified, empty for an anonymous caller. */
    public static final String ISSUER = "footbridge.issuer";
    /** Who calls: a string, verified. */
    public static final String SUBJECT = "footbridge.subject";
    /** What the credential allows: a set of strings, verified. */
    public static final String SCOPES = "footbridge.scopes";
    /** What the client calls itself: a string nobody has verified, empty if it did not say. */
    public static final String CLIENT_NAME = "footbridge.client.name";
    /** The client's version: a string nobody has verified, empty if it did not say. */
    public static final String CLIENT_VERSION = "footbridge.client.version";
    /** When the call will be given up: a {@link java.time.Instant}. */
    public static final String DEADLINE = "footbridge.deadline";
    /** The caller's trace (W3C Trace Context): a string. */
    public static final String TRACEPARENT = "traceparent";
    /** The caller's trace state: a string. */
    public static final String TRACESTATE = "tracestate";
    /** The caller's baggage (W3C Baggage): a string. */
    public static final String BAGGAGE = "baggage";

    private final Call call;
    private final Map<String, Object> more;

    CallContext(Call call, Map<String, Object> more) {
        this.call = call;
        this.more = more;
    }

    /**
     * The call that a handler of the bridge is run for.
     *
     * @throws IllegalArgumentException if the context is not of the bridge
     */
    public static Call callOf(McpTransportContext context) {
        if (context.get(CALL) instanceof Call call) {
            return call;
        }
        throw new IllegalArgumentException("this context belongs to no call of Footbridge");
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case CALL -> call;
            case TENANT -> call.caller().tenant();
            case ISSUER -> call.caller().issuer();
            case SUBJECT -> call.caller().subject();
            case SCOPES -> call.caller().scopes();
            case CLIENT_NAME -> call.client().name();
            case CLIENT_VERSION -> call.client().version();
            case DEADLINE -> call.deadline().orElse(null);
            case TRACEPARENT -> call.trace().traceparent().orElse(null);
            case TRACESTATE -> call.trace().tracestate().orElse(null);
            case BAGGAGE -> call.trace().baggage().orElse(null);
            default -> more.get(key);
        };
    }
}
