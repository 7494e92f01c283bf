package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.JsonObject;
import io.modelcontextprotocol.spec.McpError;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs handlers of the SDK, and turns what they throw for the client into what the core sends for it. */
final class Handlers {

    private final SdkJson json;
    private final Function<Call, Map<String, Object>> more;

    Handlers(SdkJson json, Function<Call, Map<String, Object>> more) {
        this.json = json;
        this.more = more;
    }

    <Q, A> A run(SdkHandler<Q, A> handler, Q request, Call call) {
        try {
            return once(handler, request, call);
        } catch (McpError error) {
            Refusal refusal = Refusal.of(error, json);
            if (!refusal.asksForVisits(call)) {
                throw refusal.exception();
            }
            refusal.visit(call);
        }
        return afterVisits(handler, request, call);
    }

    /** The user has agreed to open the pages; whether they were finished, only the handler can tell. */
    private <Q, A> A afterVisits(SdkHandler<Q, A> handler, Q request, Call call) {
        try {
            return once(handler, request, call);
        } catch (McpError error) {
            Refusal refusal = Refusal.of(error, json);
            throw refusal.asksForVisits(call) ? new ToolFailure(refusal.message()) : refusal.exception();
        }
    }

    private <Q, A> A once(SdkHandler<Q, A> handler, Q request, Call call) {
        A answer = handler.answer(new Run(call, json, more.apply(call)), request);
        return Objects.requireNonNull(answer, "the handler answered null");
    }

    /** The {@code _meta} of the request, null without one, as the SDK has it. */
    @Nullable
    Map<String, Object> meta(Call call) {
        JsonObject meta = call.meta();
        return meta.isEmpty() ? null : json.map(meta);
    }
}
