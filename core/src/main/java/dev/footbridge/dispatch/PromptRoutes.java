package dev.footbridge.dispatch;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.policy.Access;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code prompts/list} and {@code prompts/get}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/prompts">Prompts</a>
 */
final class PromptRoutes {

    private static final RpcError UNKNOWN = RpcError.of(ErrorCode.INVALID_PARAMS, "Unknown prompt");

    private final Engine engine;

    PromptRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("prompts/list", Method.atOnce((exchange, call) -> list(exchange)));
        table.put("prompts/get", Method.atLength(this::get));
    }

    private JsonObject list(Exchange exchange) {
        return engine.pages.of(
                features().prompts(),
                "prompts",
                prompt -> engine.gate.shows(exchange, access(exchange, prompt)),
                Prompt::toJson,
                exchange);
    }

    private Access access(Exchange exchange, Prompt prompt) {
        return engine.gate.other(exchange, Access.Kind.PROMPT, prompt.name());
    }

    private JsonObject get(Exchange exchange, RunningCall call) throws Exception {
        Prompt prompt = features().prompts().get(Refusals.requiredText(exchange, "name"));
        if (prompt == null) {
            throw new RpcException(UNKNOWN);
        }
        JsonObject given = Refusals.optionalObject(exchange.request().params(), "arguments");
        engine.gate.admit(exchange, access(exchange, prompt), given, UNKNOWN);
        Map<String, String> arguments = texts(given);
        refuseMissingAndUnknown(prompt, arguments);
        PromptResult result = prompt.renderer().render(arguments, call);
        List<Json> messages = new ArrayList<>();
        result.messages()
                .forEach(message -> messages.add(JsonObject.builder()
                        .put("role", message.role().wireName())
                        .put("content", message.content().toJson())
                        .build()));
        return JsonObject.builder()
                .putIfPresent("description", result.description() == null ? prompt.description() : result.description())
                .put("messages", new JsonArray(messages))
                .build();
    }

    private static void refuseMissingAndUnknown(Prompt prompt, Map<String, String> arguments) {
        List<String> known = new ArrayList<>();
        for (Prompt.Argument argument : prompt.arguments()) {
            known.add(argument.name());
            if (argument.required() && !arguments.containsKey(argument.name())) {
                throw Refusals.invalidParams("Missing required argument '" + argument.name() + "'");
            }
        }
        if (!known.containsAll(arguments.keySet())) {
            throw Refusals.invalidParams("This prompt takes only: " + String.join(", ", known));
        }
    }

    static Map<String, String> texts(JsonObject arguments) {
        Map<String, String> texts = new LinkedHashMap<>();
        arguments.members().forEach((name, value) -> {
            if (!(value instanceof JsonString text)) {
                throw Refusals.invalidParams("Every argument must be a string");
            }
            texts.put(name, text.value());
        });
        return texts;
    }

    private FeatureSet features() {
        FeatureSet features = engine.catalog.current();
        if (features.prompts().isEmpty()) {
            throw Refusals.methodNotFound();
        }
        return features;
    }
}
