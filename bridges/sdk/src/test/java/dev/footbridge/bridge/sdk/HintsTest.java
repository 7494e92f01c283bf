package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.feature.Effect;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {

    @ParameterizedTest
    @CsvSource({
        // read-only, destructive, idempotent
        "     ,      ,      , DESTRUCTIVE",
        "false,      ,      , DESTRUCTIVE",
        "false, true , false, DESTRUCTIVE",
        "     ,      , true , IDEMPOTENT",
        "false, true , true , IDEMPOTENT",
        "false, false, false, ADDITIVE",
        "     , false,      , ADDITIVE",
        "true ,      ,      , READ_ONLY",
        "true , false, false, READ_ONLY",
        // no exact word: the safer one
        "false, false, true , ADDITIVE",
        "true , true ,      , DESTRUCTIVE",
        "true , true , true , IDEMPOTENT"
    })
    void whatIsNotSaidCountsAsTheWorst(
            @Nullable Boolean readOnly, @Nullable Boolean destructive, @Nullable Boolean idempotent, Effect effect) {
        McpSchema.ToolAnnotations hints =
                new McpSchema.ToolAnnotations(null, readOnly, destructive, idempotent, null, null);

        assertThat(Hints.effect(hints)).isEqualTo(effect);
        assertThat(Hints.closedWorld(hints)).isFalse();
    }

    @Test
    void aToolWithoutHintsIsDestructiveInAnOpenWorld() {
        assertThat(Hints.effect(null)).isEqualTo(Effect.DESTRUCTIVE);
        assertThat(Hints.closedWorld(null)).isFalse();
        assertThat(Hints.closedWorld(
                        McpSchema.ToolAnnotations.builder().openWorldHint(false).build()))
                .isTrue();
    }

    @Test
    void aTimeWithoutAZoneIsRefused() {
        McpSchema.Annotations local = McpSchema.Annotations.builder()
                .lastModified("2025-01-12T15:00:58")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hints.annotations(local))
                .withMessageContaining("lastModified");
    }
}
