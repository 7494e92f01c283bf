package dev.footbridge.bridge.sdk;

import dev.footbridge.feature.Completer;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Role;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prompts of the SDK as prompts of the core. */
final class Prompts {

    private final Handlers handlers;
    private final SdkJson json;
    private final Completions completions;

    Prompts(Handlers handlers, SdkJson json, Completions completions) {
        this.handlers = handlers;
        this.json = json;
        this.completions = completions;
    }

    Prompt prompt(
            Specification<McpSchema.Prompt, McpSchema.GetPromptRequest, McpSchema.GetPromptResult> specification) {
        McpSchema.Prompt told = specification.declared();
        Prompt.Builder prompt =
                Prompt.named(told.name()).icons(Hints.icons(told.icons())).meta(json.object(told.meta()));
        if (told.title() != null) {
            prompt.title(told.title());
        }
        if (told.description() != null) {
            prompt.describedAs(told.description());
        }
        List<McpSchema.PromptArgument> arguments = told.arguments() == null ? List.of() : told.arguments();
        Map<String, Completer> completers = completions.ofPrompt(
                told.name(),
                arguments.stream().map(McpSchema.PromptArgument::name).toList());
        arguments.forEach(argument -> prompt.takes(new Prompt.Argument(
                argument.name(),
                argument.title(),
                argument.description(),
                Boolean.TRUE.equals(argument.required()),
                completers.get(argument.name()))));
        return prompt.renders((values, call) -> result(handlers.run(
                specification.handler(),
                new McpSchema.GetPromptRequest(told.name(), new LinkedHashMap<>(values), handlers.meta(call)),
                call)));
    }

    private PromptResult result(McpSchema.GetPromptResult given) {
        JsonArray messages = json.object(given).array("messages").orElse(JsonArray.EMPTY);
        return new PromptResult(
                given.description(),
                List.copyOf(messages.items().stream()
                        .map(message -> message((JsonObject) message))
                        .toList()));
    }

    private static PromptResult.Message message(JsonObject message) {
        Role role = Role.valueOf(message.string("role").orElseThrow().toUpperCase(Locale.ROOT));
        return new PromptResult.Message(
                role, Blocks.block(message.object("content").orElseThrow()));
    }
}
