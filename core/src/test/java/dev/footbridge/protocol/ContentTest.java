package dev.footbridge.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.json.JsonObject;
import org.junit.jupiter.api.Test;

class ContentTest {

    @Test
    void aBlockFromElsewhereKeepsMembersNobodyKnows() {
        JsonObject block = JsonObject.of("type", "text").with("_meta", JsonObject.of("com.example/k", "v"));

        assertThat(Content.asWritten(block).toJson()).isEqualTo(block);
    }

    @Test
    void aBlockWithoutTypeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Content.asWritten(JsonObject.of("text", "t")));
    }
}
