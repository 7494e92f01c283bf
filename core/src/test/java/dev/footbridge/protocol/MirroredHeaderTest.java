package dev.footbridge.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MirroredHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eu-west-1",
                "a b\tc",
                "~",
                "=?base64?",
                "=?base64?=",
                "?=",
                "=?BASE64?SGVsbG8=?=",
                "=?utf-8?B?SGVsbG8=?=",
                "x=?base64?SGVsbG8=?=",
                "=?base64?SGVsbG8=?=x",
                "=?base64?SGVsbG8="
            })
    void whatDoesNotHaveBothMarksIsLiteral(String raw) {
        assertThat(MirroredHeader.decode(raw)).contains(raw);
    }

    @Test
    void whatIsBetweenTheMarksIsDecoded() {
        assertThat(MirroredHeader.decode("=?base64?SGVsbG8=?=")).contains("Hello");
        assertThat(MirroredHeader.decode("=?base64??=")).contains("");
        assertThat(MirroredHeader.decode("=?base64?8J+YgA==?=")).contains("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?base64?SGVsbG8?=",
                "=?base64?SGVsbG9=?=",
                "=?base64?SGVsbG8==?=",
                "=?base64?SGVs bG8=?=",
                "=?base64?SGVs-_8=?=",
                "=?base64?=?=",
                "=?base64?A?=",
                "=?base64?====?=",
                "=?base64?!!!!?=",
                "=?base64?gA==?=",
                "=?base64?wK8=?=",
                "=?base64?7aCA?="
            })
    void whatCannotBeDecodedIsRefused(String raw) {
        assertThat(MirroredHeader.decode(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "a\u0000", "a\r\nb", "\u007f", "😀", "\u0085", "=?base64?SGVsbG8=\u0000?="})
    void charactersNoHeaderMayHaveAreRefused(String raw) {
        assertThat(MirroredHeader.decode(raw)).isEmpty();
    }

    @Test
    void anyTextSurvivesTheSentinel() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, Character.MIN_SURROGATE).forEach(text::appendCodePoint);
            String base64 = Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));

            assertThat(MirroredHeader.decode("=?base64?" + base64 + "?=")).contains(text.toString());
        }
    }
}
