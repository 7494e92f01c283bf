package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.ToolModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes written for the MCP annotations of Spring AI, under their name of today and that of their community days. */
final class SpringMcpTest {

    private static final String TODAY = "org.springframework.ai.mcp.annotation";
    private static final String BEFORE = "org.springaicommunity.mcp.annotation";

    private static final String SHOP = """
            import java.util.List;
            public class Shop {
                @McpTool(name = "find_order", title = "Find", description = "Finds one order.", generateOutputSchema = true,
                         annotations = @McpTool.McpAnnotations(readOnlyHint = true, destructiveHint = false))
                public String find(@McpToolParam(description = "its number") String id,
                                   @McpToolParam(description = "how many lines", required = false) Integer limit) {
                    return "";
                }

                @McpPrompt(name = "greet", title = "Greet", description = "Greets a guest.")
                public String greeting(@McpArg(name = "guest", description = "who", required = true) String name,
                                       @McpArg(name = "tone", description = "how") String tone,
                                       String language) { return ""; }

                @McpPrompt(name = "part", description = "Bids farewell.")
                public String farewell(@McpArg(name = "guest", description = "who", required = true) String name) {
                    return "";
                }

                @McpComplete(prompt = "part")
                public List<String> guests(String typed) { return List.of(); }

                @McpResource(uri = "orders://{id}", name = "order", title = "Order", description = "One order.")
                public String order(String id) { return ""; }

                @McpComplete(uri = "orders://{id}")
                public List<String> ids(String typed) { return List.of(); }
            }
            """;

    @TempDir
    Path folder;

    private Newcomer newcomer(String annotations, String text) {
        return new Newcomer(folder, "package shop;\nimport " + annotations + ".*;\n" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {TODAY, BEFORE})
    void aToolIsTheSame(String annotations) {
        ToolModel tool = newcomer(annotations, SHOP).model().tools().get(0);

        assertThat(tool)
                .extracting(ToolModel::name, ToolModel::title, ToolModel::description, ToolModel::effect)
                .containsExactly("find_order", "Find", "Finds one order.", "READ_ONLY");
        assertThat(tool.arguments().members())
                .extracting(Member::wireName, Member::description, Member::occurrence)
                .containsExactly(
                        tuple("id", "its number", Occurrence.REQUIRED),
                        tuple("limit", "how many lines", Occurrence.NULLABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {TODAY, BEFORE})
    void anArgumentOfAPromptMayBeLeftOutUnlessItSaysOtherwise(String annotations) {
        ModuleModel model = newcomer(annotations, SHOP).model();

        assertThat(model.prompts().get(0).arguments())
                .extracting(Member::wireName, Member::occurrence)
                .containsExactly(
                        tuple("guest", Occurrence.REQUIRED),
                        tuple("tone", Occurrence.NULLABLE),
                        tuple("language", Occurrence.NULLABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {TODAY, BEFORE})
    void resourcesAndCompletionsAreTheSame(String annotations) {
        ModuleModel model = newcomer(annotations, SHOP).model();

        assertThat(model.resources())
                .extracting(ResourceModel::uri, ResourceModel::name, ResourceModel::title, ResourceModel::mimeType)
                .containsExactly(tuple("orders://{id}", "order", "Order", "text/plain"));
        assertThat(model.completions())
                .extracting(CompletionModel::prompt, CompletionModel::resource, CompletionModel::argument)
                .containsExactlyInAnyOrder(tuple("part", "", "guest"), tuple("", "orders://{id}", "id"));
    }

    @Test
    void oneCompletionForSeveralArgumentsIsRefused() {
        Newcomer newcomer = newcomer(TODAY, """
                class Shop {
                    @McpPrompt(description = "Greets.") String greet(
                            @McpArg(description = "a") String a, @McpArg(description = "b") String b) { return ""; }
                    @McpComplete(prompt = "greet") java.util.List<String> all(String typed) { return null; }
                }
                """);

        assertThat(newcomer.errors())
                .containsExactly("6: @McpComplete: 'greet' has several arguments: write one method for each, with our"
                        + " @Complete");
    }

    @Test
    void aProgressTokenIsNoArgument() {
        Newcomer newcomer = newcomer(TODAY, """
                class Shop {
                    @McpTool(description = "Works.") void work(@McpProgressToken String token) {}
                }
                """);

        assertThat(newcomer.errors())
                .containsExactly("4: @McpProgressToken: a token is no argument: take a Call, and use call.progress(…)");
        assertThat(newcomer.warnings()).isEmpty();
    }

    @Test
    void metaDataIsWarnedOf() {
        Newcomer newcomer = newcomer(TODAY, """
                class Shop {
                    @McpTool(description = "Works.", metaProvider = org.springframework.ai.mcp.annotation.context.DefaultMetaProvider.class)
                    void work() {}
                }
                """);

        assertThat(newcomer.warnings())
                .containsExactly("4: 'metaProvider' of @McpTool is not read here and does nothing");
    }
}
