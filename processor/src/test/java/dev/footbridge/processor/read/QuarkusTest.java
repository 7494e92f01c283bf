package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footbridge.processor.model.CompletionModel;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.ToolModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes written for the Quarkus MCP server, compiled with its own annotations. */
final class QuarkusTest {

    private static final String IMPORTS = """
            package shop;
            import io.quarkiverse.mcp.server.*;
            import java.util.*;
            """;

    private static final String TOOLS = IMPORTS + """
            public class OrderTools {
                private final Map<String, String> orders;
                public OrderTools(Map<String, String> orders) { this.orders = orders; }

                @Tool(name = "find-order", title = "Find", description = "Finds one order.",
                      annotations = @Tool.Annotations(readOnlyHint = true, openWorldHint = false))
                String find(@ToolArg(name = "order_id", description = "its number") String id,
                            @ToolArg(description = "how many lines", defaultValue = "10") int limit,
                            @ToolArg(description = "a filter", required = false) String filter,
                            @ToolArg(description = "a language") Optional<String> language) {
                    return orders.get(id);
                }

                @Tool(description = "Stores an order.")
                void store(@ToolArg(description = "the order") Order order) {}

                @Tool(description = "Notes something.",
                      annotations = @Tool.Annotations(title = "Note", destructiveHint = false, idempotentHint = true))
                void note(@ToolArg(description = "the words") String text) {}

                @Tool(description = "Sets a price.", annotations = @Tool.Annotations(idempotentHint = true))
                Order price(@ToolArg(description = "in cents") long cents) { return null; }

                public record Order(String id, List<String> lines) {}
            }
            """;

    private static final String REST = IMPORTS + """
            class Shop {
                @Prompt(name = "greet", title = "Greet", description = "Greets a guest.")
                String greeting(@PromptArg(description = "who") String guest,
                                @PromptArg(name = "how", description = "how", required = false) String tone,
                                @PromptArg(description = "in what", defaultValue = "en") String language) { return ""; }
                @CompletePrompt("greet")
                List<String> tones(@CompleteArg(name = "how") String typed) { return List.of(); }

                @Resource(uri = "shop://hours", description = "When we are open.", mimeType = "text/markdown")
                String hours() { return ""; }
                @ResourceTemplate(name = "an_order", uriTemplate = "orders://{id}/{part}", description = "One order.")
                String order(@ResourceTemplateArg(name = "id") String number, String part) { return ""; }
                @CompleteResourceTemplate("an_order")
                List<String> parts(String part) { return List.of(); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void namesDescriptionsAndHintsAreTheSame() {
        ModuleModel model = new Newcomer(folder, TOOLS).model();

        assertThat(model.moduleName()).isEqualTo("OrderToolsModule");
        assertThat(model.tools())
                .extracting(ToolModel::name, ToolModel::title, ToolModel::description)
                .containsExactly(
                        tuple("find-order", "Find", "Finds one order."),
                        tuple("note", "Note", "Notes something."),
                        tuple("price", "", "Sets a price."),
                        tuple("store", "", "Stores an order."));
        assertThat(model.tools())
                .extracting(ToolModel::effect, ToolModel::openWorld)
                .containsExactly(
                        tuple("READ_ONLY", false),
                        tuple("ADDITIVE", true),
                        tuple("IDEMPOTENT", true),
                        tuple("DESTRUCTIVE", true));
    }

    @Test
    void argumentsAreNamedOptionalAndDefaultedAsTheyWere() {
        ToolModel tool = new Newcomer(folder, TOOLS).model().tools().get(0);

        assertThat(tool.arguments().members())
                .extracting(
                        Member::wireName,
                        Member::description,
                        Member::occurrence,
                        member -> member.fallback().json())
                .containsExactly(
                        tuple("order_id", "its number", Occurrence.REQUIRED, ""),
                        tuple("limit", "how many lines", Occurrence.DEFAULTED, "10"),
                        tuple("filter", "a filter", Occurrence.NULLABLE, ""),
                        tuple("language", "a language", Occurrence.OPTIONAL, ""));
    }

    @Test
    void aRecordIsOneArgumentAndNotAllOfThem() {
        ToolModel tool = new Newcomer(folder, TOOLS).model().tools().get(3);

        assertThat(tool.arguments().members()).extracting(Member::wireName).containsExactly("order");
        assertThat(tool.arguments().members().get(0).shape()).isInstanceOf(Shape.Reference.class);
    }

    @Test
    void promptsAndTheirCompletionsAreTheSame() {
        ModuleModel model = new Newcomer(folder, REST).model();

        PromptModel prompt = model.prompts().get(0);
        assertThat(prompt.name() + ", " + prompt.title() + ", " + prompt.description())
                .isEqualTo("greet, Greet, Greets a guest.");
        assertThat(prompt.arguments())
                .extracting(Member::wireName, Member::occurrence)
                .containsExactly(
                        tuple("guest", Occurrence.REQUIRED),
                        tuple("how", Occurrence.NULLABLE),
                        tuple("language", Occurrence.DEFAULTED));
        assertThat(model.completions())
                .extracting(CompletionModel::prompt, CompletionModel::argument)
                .contains(tuple("greet", "how"));
    }

    @Test
    void resourcesAndTheirCompletionsAreTheSame() {
        ModuleModel model = new Newcomer(folder, REST).model();

        assertThat(model.resources())
                .extracting(ResourceModel::uri, ResourceModel::name, ResourceModel::mimeType, ResourceModel::isTemplate)
                .containsExactly(
                        tuple("orders://{id}/{part}", "an_order", "text/plain", true),
                        tuple("shop://hours", "hours", "text/markdown", false));
        assertThat(model.resources().get(0).variables())
                .extracting(Member::wireName)
                .containsExactly("id", "part");
        assertThat(model.completions())
                .extracting(CompletionModel::resource, CompletionModel::argument)
                .contains(tuple("orders://{id}/{part}", "part"));
    }

    @Test
    void anArgumentWithoutADescriptionIsWarnedOf() {
        Newcomer newcomer = new Newcomer(folder, IMPORTS + """
                class Shop {
                    @Tool(description = "Adds.") int add(int a, @ToolArg(description = "other") int b) { return a + b; }
                }
                """);

        assertThat(newcomer.warnings()).singleElement().asString().startsWith("5: 'a' needs a description");
        assertThat(newcomer.compiled().compiled()).isTrue();
    }

    @Test
    void aPrimitiveThatMayBeLeftOutNeedsADefault() {
        Newcomer newcomer = new Newcomer(folder, IMPORTS + """
                class Shop {
                    @Tool(description = "Adds.") int add(@ToolArg(description = "one", required = false) int a) { return a; }
                }
                """);

        assertThat(newcomer.errors()).containsExactly("5: a int cannot be null: use java.lang.Integer");
    }

    @Test
    void whatIsLeftOutIsWarnedOf() {
        Newcomer newcomer = new Newcomer(folder, IMPORTS + """
                @McpServer("second")
                class Shop {
                    @Resource(uri = "shop://hours", description = "When.", size = 20)
                    String hours() { return ""; }
                }
                """);

        assertThat(newcomer.warnings())
                .containsExactly(
                        "4: @McpServer is not read here and does nothing",
                        "6: 'size' of @Resource is not read here and does nothing");
    }
}
