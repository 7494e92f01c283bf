package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkFeaturesTest {

    private static final McpServerFeatures.SyncCompletionSpecification COMPLETION =
            new McpServerFeatures.SyncCompletionSpecification(
                    Shop.ADVICE, (exchange, request) -> Shop.complete(request));

    private static final McpServerFeatures.SyncPromptSpecification PROMPT =
            new McpServerFeatures.SyncPromptSpecification(
                    Shop.advice(), (exchange, request) -> Shop.giveAdvice(request));

    private final SdkFeatures.Builder features = SdkFeatures.builder();

    @Test
    void twoToolsOfOneNameAreRefusedWhateverTheirFamily() {
        features.add(Shop.exchangeTool(Shop.tool("one"), (exchange, request) -> Shop.text("1")))
                .add(McpStatelessServerFeatures.SyncToolSpecification.builder()
                        .tool(Shop.tool("one"))
                        .callHandler((context, request) -> Shop.text("2"))
                        .build());

        assertThatIllegalArgumentException().isThrownBy(features::build).withMessageContaining("'one'");
    }

    @Test
    void twoCompletionsOfOneReferenceAreRefused() {
        features.add(PROMPT).add(COMPLETION).add(COMPLETION);

        assertThatIllegalArgumentException().isThrownBy(features::build).withMessageContaining("prompt advice");
    }

    @Test
    void aCompletionOfNothingIsRefused() {
        features.add(COMPLETION);

        assertThatIllegalArgumentException().isThrownBy(features::build).withMessageContaining("prompt advice");
    }

    @Test
    void aTemplateAmongTheResourcesIsRefused() {
        McpSchema.Resource resource =
                McpSchema.Resource.builder("shop://{id}", "items").build();
        features.add(new McpServerFeatures.SyncResourceSpecification(
                resource, (exchange, request) -> Shop.readItem(request)));

        assertThatIllegalArgumentException()
                .isThrownBy(features::build)
                .withMessageContaining("register it as a resource template");
    }

    @Test
    void aBrokenSchemaIsRefusedAtStart() {
        McpSchema.Tool tool = McpSchema.Tool.builder("t", Map.of("type", "object", "properties", 7))
                .build();
        features.add(Shop.exchangeTool(tool, (exchange, request) -> Shop.text("")));

        assertThatIllegalArgumentException().isThrownBy(features::build);
    }

    @Test
    void aToolThatSaysNothingIsListedByItsTitleOrItsName() {
        McpSchema.ToolAnnotations titled =
                McpSchema.ToolAnnotations.builder().title("A title").build();
        features.add(Shop.exchangeTool(
                        McpSchema.Tool.builder("a", Shop.ANYTHING)
                                .annotations(titled)
                                .build(),
                        (exchange, request) -> Shop.text("")))
                .add(Shop.exchangeTool(
                        McpSchema.Tool.builder("b", Shop.ANYTHING).build(), (exchange, request) -> Shop.text("")));

        JsonArray tools = new Peer(features.build(), "{}")
                .send("tools/list", "", JsonObject.EMPTY)
                .object("result")
                .flatMap(result -> result.array("tools"))
                .orElseThrow();

        assertThat(tools.items().stream().map(JsonObject.class::cast))
                .extracting(
                        tool -> tool.string("title").orElse("none"),
                        tool -> tool.string("description").orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A title", "A title"),
                        org.assertj.core.groups.Tuple.tuple("none", "b"));
    }

    @Test
    void aCompletionOfAFixedResourceIsAcceptedAndNeverCalled() {
        features.add(new McpServerFeatures.SyncResourceSpecification(
                        Shop.readme(), (exchange, request) -> Shop.readReadme(request)))
                .add(new McpServerFeatures.SyncCompletionSpecification(
                        new McpSchema.ResourceReference("shop://readme"), (exchange, request) -> {
                            throw new AssertionError("called");
                        }));

        assertThat(features.build().hasCompletions()).isFalse();
    }

    @Test
    void aHandlerThatAnswersNullFailsWithoutASecret() {
        features.add(Shop.exchangeTool(Shop.tool("nothing"), (exchange, request) -> null));

        assertThat(Peer.text(new Peer(features.build(), "{}").call("nothing", "{}")))
                .startsWith("Something went wrong on the server.");
    }
}
