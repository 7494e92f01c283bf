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

/** A class written for the annotations that frameworks share, {@code org.mcpjava.server}. */
final class NeutralApiTest {

    private static final String SHOP = """
            package shop;
            import org.mcpjava.server.completion.*;
            import org.mcpjava.server.prompts.*;
            import org.mcpjava.server.resources.*;
            import org.mcpjava.server.tools.*;
            import java.util.List;
            class Shop {
                @Tool(name = "find-order", title = "Find", description = "Finds one order.",
                      annotations = @Tool.Annotations(readOnlyHint = true, openWorldHint = false))
                String find(@ToolArg(name = "order_id", description = "its number") String id,
                            @ToolArg(description = "how many lines", defaultValue = "10") int limit,
                            @ToolArg(description = "a filter", required = false) String filter) { return ""; }

                @Prompt(description = "Greets a guest.")
                String greet(@PromptArg(name = "guest", description = "who") String who) { return ""; }
                @CompletePrompt("greet")
                List<String> guests(@CompleteArg(name = "guest") String typed) { return List.of(); }

                @Resource(uri = "shop://hours", description = "When we are open.")
                String hours() { return ""; }
                @ResourceTemplate(uriTemplate = "orders://{id}", description = "One order.", mimeType = "text/markdown")
                String order(@ResourceTemplateArg(name = "id") String number) { return ""; }
                @CompleteResourceTemplate("order")
                List<String> ids(String id) { return List.of(); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aToolIsTheSame() {
        ToolModel tool =
                new Newcomer(folder, NeutralApi.with(SHOP)).model().tools().get(0);

        assertThat(tool)
                .extracting(ToolModel::name, ToolModel::title, ToolModel::description, ToolModel::effect)
                .containsExactly("find-order", "Find", "Finds one order.", "READ_ONLY");
        assertThat(tool.openWorld()).isFalse();
        assertThat(tool.arguments().members())
                .extracting(Member::wireName, Member::description, Member::occurrence)
                .containsExactly(
                        tuple("order_id", "its number", Occurrence.REQUIRED),
                        tuple("limit", "how many lines", Occurrence.DEFAULTED),
                        tuple("filter", "a filter", Occurrence.NULLABLE));
    }

    @Test
    void promptsResourcesAndCompletionsAreTheSame() {
        ModuleModel model = new Newcomer(folder, NeutralApi.with(SHOP)).model();

        assertThat(model.prompts().get(0).name()).isEqualTo("greet");
        assertThat(model.prompts().get(0).arguments())
                .extracting(Member::wireName, Member::description)
                .containsExactly(tuple("guest", "who"));
        assertThat(model.resources())
                .extracting(ResourceModel::uri, ResourceModel::name, ResourceModel::mimeType)
                .containsExactly(
                        tuple("orders://{id}", "order", "text/markdown"), tuple("shop://hours", "hours", "text/plain"));
        assertThat(model.completions())
                .extracting(CompletionModel::prompt, CompletionModel::resource, CompletionModel::argument)
                .containsExactlyInAnyOrder(tuple("greet", "", "guest"), tuple("", "orders://{id}", "id"));
    }
}
