package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PrintoutTest {

    @Test
    void pictureIsNamedWithItsKindAndSize() {
        JsonObject picture = picture(12_345);

        assertThat(new Printout(false).of(picture)).isEqualTo("(image/png, 12 kB)\n");
        assertThat(new Printout(false).of(picture(7))).isEqualTo("(image/png, 7 bytes)\n");
    }

    @Test
    void pictureIsWholeForThoseWhoAskForIt() {
        assertThat(new Printout(true).of(picture(3))).contains("\"data\": \"AAAA\"");
    }

    @Test
    void bytesOfAResourceAreNamedWithItsUri() throws Exception {
        JsonObject result =
                content("{\"type\":\"resource\",\"resource\":{\"uri\":\"file:///a.zip\",\"blob\":\"AAA=\"}}");

        assertThat(new Printout(false).of(result)).isEqualTo("(file:///a.zip, bytes, 2 bytes)\n");
    }

    @Test
    void blockWithoutTextOrBytesIsJson() throws Exception {
        JsonObject result = content("{\"type\":\"resource_link\",\"uri\":\"file:///a\"}");

        assertThat(new Printout(false).of(result)).contains("\"uri\": \"file:///a\"");
    }

    private static JsonObject picture(int bytes) {
        return JsonObject.of(
                "content",
                JsonArray.of(JsonObject.builder()
                        .put("type", "image")
                        .put("mimeType", "image/png")
                        .put("data", Base64.getEncoder().encodeToString(new byte[bytes]))
                        .build()));
    }

    private static JsonObject content(String block) throws Exception {
        return JsonObject.of("content", JsonArray.of(JsonReader.read(block)));
    }
}
