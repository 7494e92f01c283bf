package dev.footbridge.dispatch;

import dev.footbridge.feature.Completer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.policy.Access;
import dev.footbridge.protocol.RpcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code completion/complete}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/completion">Completion</a>
 */
final class CompletionRoute {

    /** The protocol's own limit. */
    private static final int MAX_VALUES = 100;

    private final Engine engine;

    CompletionRoute(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("completion/complete", Method.atLength(this::complete));
    }

    private JsonObject complete(Exchange exchange, RunningCall call) throws Exception {
        FeatureSet features = engine.catalog.current();
        if (!features.hasCompletions()) {
            throw Refusals.methodNotFound();
        }
        JsonObject params = exchange.request().params();
        JsonObject argument = params.object("argument").orElseThrow(CompletionRoute::malformed);
        String name = argument.string("name").orElseThrow(CompletionRoute::malformed);
        String typed = argument.string("value").orElseThrow(CompletionRoute::malformed);
        JsonObject ref = params.object("ref").orElseThrow(CompletionRoute::malformed);
        refuseHidden(exchange, ref);
        Completer completer = completer(features, ref, name);
        JsonObject context = Refusals.optionalObject(params, "context");
        Map<String, String> others = PromptRoutes.texts(Refusals.optionalObject(context, "arguments"));
        List<String> values = completer == null ? List.of() : completer.complete(typed, others, call);
        return result(shown(exchange, features, ref, name, others, values));
    }

    /** Names of resources that the caller may not know of are not proposed, as far as a whole URI can be made. */
    private List<String> shown(
            Exchange exchange,
            FeatureSet features,
            JsonObject ref,
            String variable,
            Map<String, String> others,
            List<String> values) {
        ResourceTemplate template = features.templates().get(ref.string("uri").orElse(""));
        Map<String, String> all = new HashMap<>(others);
        all.put(variable, "");
        if (template == null || !all.keySet().containsAll(template.uriTemplate().variables())) {
            return values;
        }
        return values.stream()
                .filter(value -> {
                    all.put(variable, value);
                    String uri = template.uriTemplate().expand(all);
                    return engine.gate.shows(exchange, engine.gate.other(exchange, Access.Kind.RESOURCE, uri));
                })
                .toList();
    }

    /** What a caller may not know of, it cannot be helped with. */
    private void refuseHidden(Exchange exchange, JsonObject ref) {
        boolean isPrompt = ref.string("type").orElse("").equals("ref/prompt");
        Access.Kind kind = isPrompt ? Access.Kind.PROMPT : Access.Kind.RESOURCE;
        String target = ref.string(isPrompt ? "name" : "uri").orElse("");
        if (!engine.gate.shows(exchange, engine.gate.other(exchange, kind, target))) {
            throw Refusals.invalidParams(isPrompt ? "Unknown prompt" : "Unknown resource template");
        }
    }

    private static @Nullable Completer completer(FeatureSet features, JsonObject ref, String argument) {
        return switch (ref.string("type").orElse("")) {
            case "ref/prompt" ->
                ofPrompt(features, ref.string("name").orElseThrow(CompletionRoute::malformed), argument);
            case "ref/resource" ->
                ofTemplate(features, ref.string("uri").orElseThrow(CompletionRoute::malformed), argument);
            default -> throw malformed();
        };
    }

    private static @Nullable Completer ofPrompt(FeatureSet features, String name, String argument) {
        Prompt prompt = features.prompts().get(name);
        if (prompt == null) {
            throw Refusals.invalidParams("Unknown prompt");
        }
        for (Prompt.Argument known : prompt.arguments()) {
            if (known.name().equals(argument)) {
                return known.completer();
            }
        }
        throw Refusals.invalidParams("The prompt has no argument of that name");
    }

    private static @Nullable Completer ofTemplate(FeatureSet features, String uriTemplate, String variable) {
        ResourceTemplate template = features.templates().get(uriTemplate);
        if (template != null) {
            return template.completers().get(variable);
        }
        if (features.resources().containsKey(uriTemplate)) {
            return null;
        }
        throw Refusals.invalidParams("Unknown resource template");
    }

    private static JsonObject result(List<String> values) {
        JsonObject completion = JsonObject.builder()
                .put(
                        "values",
                        JsonArray.ofStrings(values.stream().limit(MAX_VALUES).toList()))
                .put("total", values.size())
                .put("hasMore", values.size() > MAX_VALUES)
                .build();
        return JsonObject.of("completion", completion);
    }

    private static RpcException malformed() {
        return Refusals.invalidParams(
                "A completion needs a ref of a prompt or resource, and an argument name and value");
    }
}
