package dev.footbridge.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types of other frameworks that mean nothing here, each with what to write instead. */
final class ForeignTypes {

    private static final List<String> PACKAGES = List.of(
            "dev.langchain4j.",
            "io.modelcontextprotocol.",
            "io.quarkiverse.mcp.server.",
            "io.smallrye.mutiny.",
            "org.mcpjava.server.",
            "org.reactivestreams.",
            "org.springaicommunity.mcp.",
            "org.springframework.ai.",
            "reactor.core.publisher.");

    /** By what to write instead: the simple names. */
    private static final Map<String, String> ADVICE = advice();

    private ForeignTypes() {}

    private static Map<String, String> advice() {
        Map<String, String> advice = new HashMap<>();
        put(
                advice,
                "return the value itself: each call has a thread of its own, so the method may wait",
                "Uni Multi Mono Flux CompletionStage CompletableFuture Future Publisher");
        put(
                advice,
                "return a record, String, Content or ToolResult; throw ToolFailure to tell the model what went wrong",
                "ToolResponse CallToolResult");
        put(
                advice,
                "use dev.footbridge.protocol.Content",
                "Content ContentBlock TextContent ImageContent AudioContent ResourceLink EmbeddedResource");
        put(
                advice,
                "return String, PromptResult or List<PromptResult.Message>",
                "PromptMessage PromptResponse GetPromptResult");
        put(
                advice,
                "return String, byte[], a record or dev.footbridge.protocol.ResourceContents",
                "ResourceResponse ResourceContents TextResourceContents BlobResourceContents ReadResourceResult");
        put(advice, "return List<String>", "CompletionResponse CompletionResult CompleteResult");
        put(advice, "take a Map<String, String>: the arguments that are settled", "CompleteContext CompletionContext");
        put(advice, "take a String: what is typed so far", "CompleteArgument CompleteRequest");
        put(
                advice,
                "take a Call: it knows the caller, the client and the deadline",
                "McpConnection McpRequest McpSyncServerExchange McpAsyncServerExchange McpTransportContext"
                        + " McpSyncRequestContext McpAsyncRequestContext RequestId Meta McpMeta ToolContext"
                        + " InvocationParameters InvocationContext");
        put(advice, "take a Call, and heed call.cancelled()", "Cancellation");
        put(advice, "take a Call, and use call.progress(…)", "Progress ProgressToken");
        put(advice, "take a Call, and use call.log(…)", "McpLog");
        put(advice, "take a Call, and use call.ask(…)", "Elicitation Sampling Roots");
        put(advice, "name the variables of the URI as parameters", "RequestUri ReadResourceRequest");
        put(advice, "name the arguments as parameters", "CallToolRequest GetPromptRequest");
        return Map.copyOf(advice);
    }

    private static void put(Map<String, String> table, String advice, String names) {
        for (String name : names.split(" ")) {
            table.put(name, advice);
        }
    }

    /** Reports the first such type in a type; false if there is none. */
    static boolean refuse(TypeMirror type, Element where, Reports reports) {
        if (!(type instanceof DeclaredType declared)) {
            return false;
        }
        String name = JavaTypes.qualifiedName(declared);
        String advice = ADVICE.get(name.substring(name.lastIndexOf('.') + 1));
        boolean isLater = name.startsWith("java.util.concurrent.") && advice != null;
        if (isLater || PACKAGES.stream().anyMatch(name::startsWith)) {
            String instead = advice == null ? "use a type of your own, or one of dev.footbridge" : advice;
            reports.error(where, name + " means nothing here: " + instead);
            return true;
        }
        return declared.getTypeArguments().stream().anyMatch(argument -> refuse(argument, where, reports));
    }
}
