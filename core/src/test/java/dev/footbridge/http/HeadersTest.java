package dev.footbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeadersTest {

    @Test
    void namesAreFoundInAnyCase() {
        Headers headers = Headers.of("Mcp-Name", "a");

        assertThat(headers.first("MCP-NAME")).contains("a");
        assertThat(headers.has("mcp-name")).isTrue();
        assertThat(headers.with("MCP-name", "b").values()).isEqualTo(Map.of("mcp-name", List.of("b")));
    }

    @Test
    void onlySpacesAndTabsAroundAValueAreRemoved() {
        assertThat(Headers.of("a", " \t x y\t ").first("a")).contains("x y");
        assertThat(Headers.of("a", "\u00a0x").first("a")).contains("\u00a0x");
        assertThat(Headers.of("a", "  ").first("a")).contains("");
    }

    @Test
    void everyValueIsKeptInOrder() {
        assertThat(new Headers(Map.of("a", List.of("2", "1"))).all("A")).containsExactly("2", "1");
        assertThat(Headers.NONE.all("a")).isEmpty();
    }

    @Test
    void fieldsOfOneNameAreOneAfterTheOther() {
        Headers headers = Headers.of(List.of(Map.entry("B", "1 "), Map.entry("a", ""), Map.entry("b", "\t2")));

        assertThat(headers.values()).containsExactly(Map.entry("b", List.of("1", "2")), Map.entry("a", List.of("")));
    }

    @Test
    void whatIsAddedIsTrimmedAndLeavesTheFirstAsTheyWere() {
        Headers first = Headers.of("a", "1");
        Headers second = first.with("B", " 2\t");

        assertThat(second).isEqualTo(new Headers(Map.of("a", List.of("1"), "b", List.of("2"))));
        assertThat(first.with(second).with("a", "3").values()).isEqualTo(Map.of("a", List.of("3"), "b", List.of("2")));
        assertThat(first.values()).isEqualTo(Map.of("a", List.of("1")));
    }

    @Test
    void aTokenHasNoSeparators() {
        assertThat(List.of("a", "X-1", "!#$%&'*+-.^_`|~")).allMatch(Headers::isToken);
        assertThat(List.of("", "a b", "a:b", "é", "a\n", "(a)", "\"a\"", "a,b", "a/b", "\u0000"))
                .noneMatch(Headers::isToken);
    }
}
