package dev.footbridge.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PointerTest {

    @Test
    void aNameIsEscaped() {
        assertThat(Pointer.child("/a", "b/c~d")).isEqualTo("/a/b~1c~0d");
        assertThat(Pointer.stranger("/a", "b/c~d")).isEqualTo("/a/b~1c~0d");
    }

    @Test
    void aLongNameIsCutBetweenItsCharacters() {
        assertThat(Pointer.stranger("", "😀".repeat(100))).isEqualTo("/" + "😀".repeat(50) + "…");
    }

    @Test
    void whatATerminalObeysOrNobodySeesIsReplacedInAStrangersName() {
        assertThat(Pointer.stranger("", "a\u001b[2Jb\r\n\u0085\u202ec\u200b\u2028"))
                .isEqualTo("/a\ufffd[2Jb\ufffd\ufffd\ufffd\ufffdc\ufffd\ufffd");
        assertThat(Pointer.stranger("", "größe 大小 😀")).isEqualTo("/größe 大小 😀");
    }

    @Test
    void aKeyInPlaceOfANameIsNotRepeated() {
        assertThat(Pointer.stranger("/a", "x mcpk_live_abc")).isEqualTo("/a/…");
    }
}
