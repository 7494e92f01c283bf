package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Icon;
import dev.footbridge.schema.RawSchema;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol demands of an author and the builder therefore refuses. */
final class AuthorRulesTest {

    @Test
    void errorCodesAreThoseTheProtocolDefinesAndPositiveOnesOfOurOwn() {
        List<Integer> numbers = Arrays.stream(ErrorCode.values())
                .map(ErrorCode::number)
                .distinct()
                .toList();

        assertThat(numbers)
                .containsExactlyInAnyOrder(
                        -32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022, -32002, -32042, 40300, 40301,
                        42900, 50300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/i.png", "javascript:alert(1)", "file:///i.png", "i.png"})
    void iconsAreHttpsOrData(String source) {
        assertThatThrownBy(() -> new Icon(source, null, List.of(), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dark", "any"})
    void anIconIsForLightOrDarkOrBoth(String theme) {
        assertThatThrownBy(() -> new Icon("https://example.com/i.png", null, List.of(), theme))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/pay",
                "https://user:secret@example.com/",
                "https://example.com/?token=abc",
                "https://example.com/#access_token=abc",
                "ftp://example.com/"
            })
    void aPageToVisitIsHttpsAndCarriesNoCredential(String url) {
        assertThatThrownBy(() -> new UrlVisit("Pay.", URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "ümlaut", "a/b"})
    void aToolNameIsMadeOfTheAllowedCharacters(String name) {
        assertThatThrownBy(() -> tool(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoToolsOfOneNameAreRefused() {
        FeatureSet.Builder features = FeatureSet.builder().tool(tool("same"));

        assertThatThrownBy(() -> features.tool(tool("same"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"array\"}", "{}", "{\"type\":[\"object\",\"null\"]}"})
    void anInputSchemaIsAnObjectsSchema(String schema) {
        Tool.Builder tool = Tool.named("t").describedAs("d").takes(RawSchema.of(schema));

        assertThatThrownBy(() -> tool.calls((in, call) -> ToolResult.text("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tool tool(String name) {
        return Tool.named(name).describedAs("d").calls((in, call) -> ToolResult.text(""));
    }
}
