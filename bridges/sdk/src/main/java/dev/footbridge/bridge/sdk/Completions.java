package dev.footbridge.bridge.sdk;

import dev.footbridge.feature.Completer;
import dev.footbridge.feature.UriTemplate;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completions of the SDK, which has one handler for a prompt or a template, as those of the core, which has one for
 * each argument. Not thread-safe.
 */
final class Completions {

    private final Handlers handlers;
    private final Map<String, Entry> entries = new HashMap<>();

    Completions(
            Handlers handlers,
            List<Specification<McpSchema.CompleteReference, McpSchema.CompleteRequest, McpSchema.CompleteResult>>
                    specifications) {
        this.handlers = handlers;
        for (var specification : specifications) {
            Entry entry = new Entry(specification.declared(), specification.handler());
            if (entries.putIfAbsent(key(entry.ref), entry) != null) {
                throw new IllegalArgumentException("two completions share the reference to " + key(entry.ref));
            }
        }
    }

    private record Entry(
            McpSchema.CompleteReference ref, SdkHandler<McpSchema.CompleteRequest, McpSchema.CompleteResult> handler) {}

    Map<String, Completer> ofPrompt(String name, List<String> arguments) {
        return completers(entries.remove(promptKey(name)), arguments);
    }

    Map<String, Completer> ofTemplate(String uriTemplate) {
        return completers(
                entries.remove(resourceKey(uriTemplate)),
                UriTemplate.parse(uriTemplate).variables());
    }

    /** A fixed resource has nothing to complete; the SDK lets it have a handler and never calls that. */
    void ignore(String uri) {
        entries.remove(resourceKey(uri));
    }

    /** @throws IllegalArgumentException if a completion belongs to nothing that was registered */
    void refuseOrphans() {
        if (!entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "a completion belongs to nothing that was registered: " + String.join(", ", entries.keySet()));
        }
    }

    private Map<String, Completer> completers(@Nullable Entry entry, List<String> arguments) {
        return entry == null
                ? Map.of()
                : arguments.stream().collect(Collectors.toMap(Function.identity(), name -> completer(entry, name)));
    }

    private Completer completer(Entry entry, String argument) {
        return (typed, others, call) -> {
            McpSchema.CompleteRequest request = new McpSchema.CompleteRequest(
                    entry.ref,
                    new McpSchema.CompleteRequest.CompleteArgument(argument, typed),
                    handlers.meta(call),
                    others.isEmpty() ? null : new McpSchema.CompleteRequest.CompleteContext(others));
            return handlers.run(entry.handler, request, call).completion().values();
        };
    }

    private static String key(McpSchema.CompleteReference ref) {
        if (ref instanceof McpSchema.PromptReference prompt) {
            return promptKey(prompt.name());
        }
        if (ref instanceof McpSchema.ResourceReference resource) {
            return resourceKey(resource.uri());
        }
        throw new IllegalArgumentException("a completion belongs to a prompt or a resource template");
    }

    private static String promptKey(String name) {
        return "prompt " + name;
    }

    private static String resourceKey(String uri) {
        return "resource " + uri;
    }
}
