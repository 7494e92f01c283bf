package dev.footbridge.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonText;
import dev.footbridge.protocol.ProtocolVersion;
import org.junit.jupiter.api.Test;

/** A listing that is text already, in the form of each revision. */
class ListedToolTest {

    private static final ListedTool FULL = new ListedTool(
            "\"find\"",
            "\"Find\"",
            "\"Finds \\\"it\\\".\"",
            "[{\"src\":\"https://example.com/i.png\"}]",
            "{\"type\":\"object\"}",
            "{\"type\":\"object\",\"properties\":{}}",
            "{\"readOnlyHint\":true}");

    @Test
    void theNewestRevisionGetsEverything() {
        assertThat(text(FULL, ProtocolVersion.V2026_07_28))
                .isEqualTo("{\"name\":\"find\",\"title\":\"Find\",\"description\":\"Finds \\\"it\\\".\","
                        + "\"icons\":[{\"src\":\"https://example.com/i.png\"}],\"inputSchema\":{\"type\":\"object\"},"
                        + "\"outputSchema\":{\"type\":\"object\",\"properties\":{}},"
                        + "\"annotations\":{\"readOnlyHint\":true}}");
    }

    @Test
    void anOlderRevisionGetsWhatItKnows() {
        assertThat(text(FULL, ProtocolVersion.V2025_06_18))
                .contains("title", "outputSchema")
                .doesNotContain("icons");
        assertThat(text(FULL, ProtocolVersion.V2025_03_26))
                .contains("annotations")
                .doesNotContain("title", "outputSchema");
        assertThat(text(FULL, ProtocolVersion.V2024_11_05))
                .isEqualTo(
                        "{\"name\":\"find\",\"description\":\"Finds \\\"it\\\".\",\"inputSchema\":{\"type\":\"object\"}}");
    }

    @Test
    void aResultThatIsNoObjectIsTheNewestRevisionsOnly() {
        ListedTool list = new ListedTool("\"l\"", "", "\"d\"", "", "{}", "{\"type\":\"array\"}", "{}");

        assertThat(text(list, ProtocolVersion.V2026_07_28)).contains("outputSchema");
        assertThat(text(list, ProtocolVersion.V2025_11_25)).doesNotContain("outputSchema");
    }

    @Test
    void itsPartsCanBeReadOneByOne() {
        assertThat(FULL.title()).isEqualTo("Find");
        assertThat(FULL.description()).isEqualTo("Finds \"it\".");
        assertThat(FULL.input().string("type")).hasValue("object");
        assertThat(FULL.output()).isNotNull();
        assertThat(new ListedTool("\"l\"", "", "\"d\"", "", "{}", "", "{}").title())
                .isNull();
    }

    private static String text(ListedTool tool, ProtocolVersion revision) {
        return ((JsonText) tool.toJson(revision)).text();
    }
}
