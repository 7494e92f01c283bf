package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ResourceContents;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultFormTest {

    private static final int MOST = 1000;
    private static final String NOISY = "a\u001b[31mred\u202Eb\u0007\u009B";

    private static String sent(ToolResult result) {
        return JsonWriter.text(ResultForm.of(result, MOST));
    }

    @Test
    void codesForTerminalsAndDirectionsAreTakenOutOfTexts() {
        assertThat(sent(ToolResult.of(
                        Content.text(NOISY),
                        Content.embedded(ResourceContents.text("doc://x", null, NOISY)),
                        Content.asWritten(JsonObject.builder()
                                .put("type", "text")
                                .put("text", NOISY)
                                .build()))))
                .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"a[31mredb\"},"
                        + "{\"type\":\"resource\",\"resource\":{\"uri\":\"doc://x\",\"text\":\"a[31mredb\"}},"
                        + "{\"type\":\"text\",\"text\":\"a[31mredb\"}]}");
    }

    @Test
    void everythingElseStaysAsItIs() {
        ToolResult result = new ToolResult(
                List.of(Content.text("two\r\n\tlines \u2013 Größe"), Content.image(Bytes.utf8("x"), "image/png")),
                JsonObject.of("raw", "\u001b"),
                true,
                JsonObject.of("a.b/c", "m"));

        assertThat(sent(result))
                .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"two\\r\\n\\tlines \u2013 Größe\"},"
                        + "{\"type\":\"image\",\"data\":\"eA==\",\"mimeType\":\"image/png\"}],"
                        + "\"structuredContent\":{\"raw\":\"\\u001b\"},\"isError\":true,\"_meta\":{\"a.b/c\":\"m\"}}");
    }

    @Test
    void moreThanThereMayBeIsAFailureThatSaysHowMuch() {
        String large = "z".repeat(MOST);

        for (ToolResult result : new ToolResult[] {
            ToolResult.text(large),
            ToolResult.failure(large),
            ToolResult.of(Content.image(Bytes.utf8(large), "image/png")),
            ToolResult.structured(JsonObject.of("x", large), "short"),
            ToolResult.structured(new JsonText("\"" + large + "\""), "short"),
        }) {
            assertThat(sent(result))
                    .startsWith(
                            "{\"content\":[{\"type\":\"text\",\"text\":\"The result of this tool is too large: it has 1")
                    .endsWith(" at most. Ask for less, such as a part of it.\"}],\"isError\":true}")
                    .doesNotContain("zzz");
        }
        assertThat(sent(ToolResult.text("z".repeat(MOST - 100)))).contains("zzz");
        assertThat(sent(ToolResult.structured(Json.of(7)))).contains("\"structuredContent\":7");
    }
}
