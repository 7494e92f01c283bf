package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A type that cannot move here is one error where it stands, with what to write instead. */
final class ForeignTypesTest {

    private static final String UNI = "package io.smallrye.mutiny;\npublic interface Uni<T> {}\n";
    private static final String MONO = "package reactor.core.publisher;\npublic abstract class Mono<T> {}\n";

    private static final String ACTING = "@Tool(description = \"Acts.\") void act(%s it) {}";

    private static final String MAKING = "@Tool(description = \"Makes.\") %s make() { return null; }";

    @TempDir
    Path folder;

    private Newcomer newcomer(String member) {
        return new Newcomer(folder, """
                package shop;
                import io.quarkiverse.mcp.server.*;
                import io.modelcontextprotocol.server.*;
                import io.modelcontextprotocol.spec.McpSchema;
                import java.util.*;
                import java.util.concurrent.*;
                class Shop {
                    %s
                }
                """.formatted(member), UNI, MONO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "McpConnection|take a Call: it knows the caller, the client and the deadline",
                "RequestId|take a Call: it knows the caller",
                "Cancellation|take a Call, and heed call.cancelled()",
                "Progress|take a Call, and use call.progress(…)",
                "McpLog|take a Call, and use call.log(…)",
                "Elicitation|take a Call, and use call.ask(…)",
                "Sampling|take a Call, and use call.ask(…)",
                "Roots|take a Call, and use call.ask(…)",
                "McpSyncServerExchange|take a Call: it knows the caller",
                "McpSchema.CallToolRequest|name the arguments as parameters",
                "RawMessage|use a type of your own, or one of dev.footbridge",
            })
    void aParameterIsRefusedWithAdvice(String type, String advice) {
        Newcomer newcomer = newcomer(ACTING.formatted(type));

        assertThat(newcomer.errors())
                .singleElement()
                .asString()
                .startsWith("8: ")
                .contains(advice);
        assertThat(newcomer.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ToolResponse|return a record, String, Content or ToolResult",
                "McpSchema.CallToolResult|return a record, String, Content or ToolResult",
                "TextContent|use dev.footbridge.protocol.Content",
                "List<TextContent>|use dev.footbridge.protocol.Content",
                "io.smallrye.mutiny.Uni<String>|return the value itself: each call has a thread of its own",
                "reactor.core.publisher.Mono<String>|return the value itself: each call has a thread of its own",
                "CompletableFuture<String>|return the value itself: each call has a thread of its own",
            })
    void aResultIsRefusedWithAdvice(String type, String advice) {
        assertThat(newcomer(MAKING.formatted(type)).errors())
                .singleElement()
                .asString()
                .startsWith("8: ")
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Prompt(description = \"Greets.\") PromptMessage greet() { return null; }"
                        + "|return String, PromptResult or List<PromptResult.Message>",
                "@Prompt(description = \"Greets.\") List<PromptMessage> greet() { return null; }"
                        + "|return String, PromptResult or List<PromptResult.Message>",
                "@Prompt(description = \"Greets.\") String greet(McpLog log) { return null; }"
                        + "|take a Call, and use call.log(…)",
                "@Resource(uri = \"a://b\", description = \"B.\") TextResourceContents read() { return null; }"
                        + "|return String, byte[], a record or dev.footbridge.protocol.ResourceContents",
                "@ResourceTemplate(uriTemplate = \"a://{b}\", description = \"B.\")"
                        + " String read(String b, RequestUri uri) { return null; }"
                        + "|name the variables of the URI as parameters",
            })
    void promptsAndResourcesGetAdviceToo(String member, String advice) {
        assertThat(newcomer(member).errors()).anyMatch(error -> error.startsWith("8: ") && error.contains(advice));
    }

    @Test
    void anEnumOfTheJdkIsTaken() {
        assertThat(newcomer(ACTING.formatted("@ToolArg(description = \"what\") TimeUnit"))
                        .errors())
                .isEmpty();
    }

    @Test
    void completionsGetAdviceToo() {
        Newcomer newcomer = newcomer("""
                @Prompt(description = "Greets.") String greet(String guest) { return null; }
                    @CompletePrompt("greet")
                    CompletionResponse guests(String guest, CompleteContext context) { return null; }
                """);

        assertThat(newcomer.errors())
                .containsExactlyInAnyOrder(
                        "10: io.quarkiverse.mcp.server.CompletionResponse means nothing here: return List<String>",
                        "10: io.quarkiverse.mcp.server.CompleteContext means nothing here: take a Map<String, String>:"
                                + " the arguments that are settled");
    }
}
