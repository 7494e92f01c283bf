package dev.footbridge.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionLockTest {

    private static DefinitionLock lock(String description, String... tools) {
        FeatureSet.Builder features = FeatureSet.builder();
        for (String tool : tools) {
            features.tool(Tool.named(tool).describedAs(description).calls((in, call) -> ToolResult.text("")));
        }
        features.prompt(Prompt.named("review").renders((in, call) -> PromptResult.user("x")));
        return DefinitionLock.of(Definition.of(features.build()));
    }

    @Test
    void whatItWritesItReads() {
        DefinitionLock lock = lock("Adds.", "add", "sum");

        DefinitionLock read = DefinitionLock.parse(lock.text());

        assertThat(read).isEqualTo(lock);
        assertThat(read.catalogue()).isEqualTo(lock.catalogue()).hasSize(64);
        assertThat(lock.text())
                .contains("\"catalogue\": \"" + lock.catalogue() + "\"", "\"tools\": {\n    \"add\": \"");
    }

    @Test
    void itSaysWhatChangedWhatIsNewAndWhatIsGone() {
        DefinitionLock before = lock("Adds.", "add", "sum");

        assertThat(before.differences(lock("Adds.", "add", "sum"))).isEmpty();
        assertThat(before.differences(lock("Adds two numbers.", "add", "minus")))
                .containsExactly("tool add changed", "tool minus is new", "tool sum is gone");
        assertThat(lock("Adds two numbers.", "add", "sum").catalogue()).isNotEqualTo(before.catalogue());
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        Definition one = new Definition(
                Definition.Kind.TOOL,
                "t",
                JsonObject.builder()
                        .put("a", 1)
                        .put("b", new JsonText("{\"d\":1,\"c\":2}"))
                        .build());
        Definition other = new Definition(
                Definition.Kind.TOOL,
                "t",
                JsonObject.builder()
                        .put("b", JsonObject.builder().put("c", 2).put("d", 1).build())
                        .put("a", Json.of(1))
                        .build());

        assertThat(one.digest()).isEqualTo(other.digest());
        assertThat(DefinitionLock.of(List.of(one))).isEqualTo(DefinitionLock.of(List.of(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"version\":2}", "{\"version\":1,\"tools\":{\"a\":1}}"})
    void whatIsNoLockIsRefused(String text) {
        assertThatThrownBy(() -> DefinitionLock.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
