package dev.footbridge.bridge.sdk;

import dev.footbridge.argument.Schema;
import dev.footbridge.call.Call;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.call.RootsRequest;
import dev.footbridge.call.SampleRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.call.UserAction;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.schema.RawSchema;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exchange that handlers get: every operation is one of the {@link Call}. It takes the place of all of the SDK's
 * own exchange, so that what a call throws passes through no Mono. Whether the client can answer a question is judged
 * by the call, which has a sentence for it.
 */
final class CallExchange extends McpSyncServerExchange {

    private final Call call;
    private final SdkJson json;
    private final McpTransportContext context;
    private final Questions questions;

    CallExchange(Call call, SdkJson json, McpTransportContext context) {
        super(null);
        this.call = call;
        this.json = json;
        this.context = context;
        this.questions = new Questions(call);
    }

    @Override
    public String sessionId() {
        throw new UnsupportedOperationException("a call has no session id: newer clients have no sessions, and what is"
                + " kept for a caller belongs under its verified name (CallContext.SUBJECT)");
    }

    @Override
    public McpSchema.ClientCapabilities getClientCapabilities() {
        return json.read(call.client().capabilities().json(), McpSchema.ClientCapabilities.class);
    }

    @Override
    public McpSchema.Implementation getClientInfo() {
        return McpSchema.Implementation.builder(
                        call.client().name(), call.client().version())
                .build();
    }

    @Override
    public McpTransportContext transportContext() {
        return context;
    }

    @Override
    public McpSchema.CreateMessageResult createMessage(McpSchema.CreateMessageRequest request) {
        SampleRequest question = new SampleRequest(json.object(request));
        return json.read(questions.ask(question, question.params()), McpSchema.CreateMessageResult.class);
    }

    @Override
    public McpSchema.ElicitResult createElicitation(McpSchema.ElicitRequest request) {
        if (request instanceof McpSchema.ElicitFormRequest form) {
            return fillIn(form);
        }
        if (request instanceof McpSchema.ElicitUrlRequest visit) {
            UrlVisit question = new UrlVisit(visit.message(), URI.create(visit.url()));
            return result(questions.visit(question), null);
        }
        throw new UnsupportedOperationException("an elicitation is a form or a URL to visit, and nothing else");
    }

    private McpSchema.ElicitResult fillIn(McpSchema.ElicitFormRequest request) {
        Schema schema = RawSchema.of(json.object(request.requestedSchema()));
        Form question = new Form(request.message(), schema);
        FormAnswer answer = questions.ask(question, question.params());
        return result(answer.action(), answer.accepted() ? answer.values().raw() : null);
    }

    private McpSchema.ElicitResult result(UserAction action, @Nullable JsonObject content) {
        McpSchema.ElicitResult.Action wire = McpSchema.ElicitResult.Action.valueOf(action.name());
        Map<String, Object> values = content == null ? null : json.map(content);
        return new McpSchema.ElicitResult(wire, values);
    }

    @Override
    public McpSchema.ListRootsResult listRoots() {
        List<McpSchema.Root> roots = questions.ask(new RootsRequest(), JsonObject.EMPTY).stream()
                .map(root -> new McpSchema.Root(root.uri(), root.name().isEmpty() ? null : root.name()))
                .toList();
        return McpSchema.ListRootsResult.builder(roots).build();
    }

    /** All roots: they come in one page, whatever the cursor. */
    @Override
    public McpSchema.ListRootsResult listRoots(@Nullable String cursor) {
        return listRoots();
    }

    @Override
    public void loggingNotification(McpSchema.LoggingMessageNotification line) {
        call.log(LogLevel.valueOf(line.level().name()), Json.of(line.data()));
    }

    /** Reported under the token of this call, whatever token the notification carries. */
    @Override
    public void progressNotification(McpSchema.ProgressNotification progress) {
        double total = progress.total() == null ? 0 : progress.total();
        call.progress(progress.progress(), total, progress.message() == null ? "" : progress.message());
    }

    @Override
    public Object ping() {
        throw new UnsupportedOperationException("a call cannot ping its client; ask Call.cancelled() whether it is"
                + " still there (CallContext.callOf)");
    }
}
