package dev.footbridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UriTemplateTest {

    private static final Map<String, String> VALUES =
            Map.of("id", "42", "name", "Ada Lovelace", "path", "docs/a b.md", "empty", "", "half", "50%", "euro", "5€");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a://{id}            | a://42",
                "a://{name}          | a://Ada%20Lovelace",
                "a://{path}          | a://docs%2Fa%20b.md",
                "a://{+path}         | a://docs/a%20b.md",
                "a://{half}          | a://50%25",
                "a://{+half}         | a://50%25",
                "a://{euro}          | a://5%E2%82%AC",
                "a://{id,name}       | a://42,Ada%20Lovelace",
                "a://x{#path}        | a://x#docs/a%20b.md",
                "a://x{.id}          | a://x.42",
                "a://x{/id,name}     | a://x/42/Ada%20Lovelace",
                "a://x{/path*}       | a://x/docs/a%20b.md",
                "a://x{/path}        | a://x/docs%2Fa%20b.md",
                "a://x{;id,empty}    | a://x;id=42;empty",
                "a://x{?id,empty}    | a://x?id=42&empty=",
                "a://x?f=1{&id}      | a://x?f=1&id=42",
                "a://{name:3}        | a://Ada",
                "a://x{?id,none}     | a://x?id=42",
                "a://x{?none}        | a://x",
                "a://x{/none,id}     | a://x/42",
                "a://{none}          | a://",
                "a://x{/empty}       | a://x/",
                "a://é/{id}          | a://%C3%A9/42",
            })
    void expansionFollowsTheTableOfOperators(String template, String uri) {
        assertThat(UriTemplate.parse(template).expand(VALUES)).isEqualTo(uri);
    }

    @Test
    void aSimpleVariableTakesOneSegment() {
        UriTemplate template = UriTemplate.parse("file:///{name}");

        assertThat(template.match("file:///readme.md")).contains(Map.of("name", "readme.md"));
        assertThat(template.match("file:///a/b")).isEmpty();
        assertThat(template.match("file:///")).isEmpty();
        assertThat(template.match("file:///a?b")).isEmpty();
        assertThat(template.match("file:///a#b")).isEmpty();
        assertThat(template.match("FILE:///a")).isEmpty();
        assertThat(template.match("xfile:///a")).isEmpty();
        assertThat(template.match("")).isEmpty();
    }

    @Test
    void anEscapedSlashIsPartOfTheValue() {
        assertThat(UriTemplate.parse("x:/{a}/b").match("x:/..%2f..%2Fetc/b")).contains(Map.of("a", "../../etc"));
    }

    @Test
    void aReservedVariableTakesSlashesToo() {
        UriTemplate template = UriTemplate.parse("file:///{+path}");

        assertThat(template.match("file:///a/b%20c/d.md")).contains(Map.of("path", "a/b c/d.md"));
        assertThat(template.match("file:///")).isEmpty();
    }

    @Test
    void theEarlierVariableTakesAsMuchAsItCan() {
        assertThat(UriTemplate.parse("x:{+dir}/{file}").match("x:a/b/c")).contains(Map.of("dir", "a/b", "file", "c"));
        assertThat(UriTemplate.parse("x:{name}{.ext}").match("x:a.tar.gz"))
                .contains(Map.of("name", "a.tar", "ext", "gz"));
        assertThat(UriTemplate.parse("x:{a}{b}").match("x:123")).contains(Map.of("a", "12", "b", "3"));
        assertThat(UriTemplate.parse("x:{a}{b}").match("x:%C3%A9%C3%A8")).isEmpty();
    }

    @Test
    void whatMayBeAbsentIsAbsentFromTheMap() {
        UriTemplate template = UriTemplate.parse("x://h{/a,b}{?q,r}{#f}");

        assertThat(template.match("x://h")).contains(Map.of());
        assertThat(template.match("x://h/1")).contains(Map.of("a", "1"));
        assertThat(template.match("x://h/1/2")).contains(Map.of("a", "1", "b", "2"));
        assertThat(template.match("x://h/1/2/3")).isEmpty();
        assertThat(template.match("x://h?q=1#z")).contains(Map.of("q", "1", "f", "z"));
        assertThat(template.match("x://h/?r=&q=%26#")).contains(Map.of("a", "", "q", "&", "r", "", "f", ""));
    }

    @Test
    void namedValuesComeInAnyOrderButOnlyOnceAndOnlyTheNamedOnes() {
        UriTemplate template = UriTemplate.parse("x:s{?q,page}");

        assertThat(template.match("x:s?page=2&q=a+b")).contains(Map.of("q", "a+b", "page", "2"));
        assertThat(template.match("x:s?q")).contains(Map.of("q", ""));
        assertThat(template.match("x:s?q=a=b")).contains(Map.of("q", "a=b"));
        assertThat(template.match("x:s?q=1&q=1")).isEmpty();
        assertThat(template.match("x:s?z=1")).isEmpty();
        assertThat(template.match("x:s?q=1&")).isEmpty();
        assertThat(template.match("x:s?")).isEmpty();
        assertThat(UriTemplate.parse("x:s?f=1{&q}").match("x:s?f=1&q=2")).contains(Map.of("q", "2"));
        assertThat(UriTemplate.parse("x:s{;a,b}/t").match("x:s;b=1;a/t")).contains(Map.of("a", "", "b", "1"));
    }

    @Test
    void aListOfSegmentsIsJoinedWithSlashes() {
        UriTemplate template = UriTemplate.parse("x://h{/path*}");

        assertThat(template.match("x://h/a/b%20c")).contains(Map.of("path", "a/b c"));
        assertThat(template.match("x://h/a%2Fb")).isEmpty();
        assertThat(template.expand(Map.of("path", "a/b c/"))).isEqualTo("x://h/a/b%20c/");
    }

    @Test
    void aShortenedValueHasAtMostItsLengthInCharacters() {
        UriTemplate template = UriTemplate.parse("x:{name:2}/{name}");

        assertThat(template.match("x:%F0%9F%98%80b/%F0%9F%98%80bc")).contains(Map.of("name", "😀bc"));
        assertThat(template.match("x:zz/abc")).isEmpty();
        assertThat(UriTemplate.parse("x:{name:2}").match("x:abc")).isEmpty();
        assertThat(UriTemplate.parse("x:{n:1}/{n:3}").match("x:a/abc")).contains(Map.of("n", "abc"));
    }

    @Test
    void aVariableHasOneValueWhereverItStands() {
        UriTemplate template = UriTemplate.parse("x:{a}/{a}");

        assertThat(template.match("x:1/1")).contains(Map.of("a", "1"));
        assertThat(template.match("x:1/%31")).contains(Map.of("a", "1"));
        assertThat(template.match("x:1/2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x:%",
                "x:%4",
                "x:%zz",
                "x:%C3",
                "x:%C3%28",
                "x:%C0%AF",
                "x:%ED%A0%80",
                "x:%FF",
                "x:a b",
                "x:a\nb",
                "x:a\u0000",
                "x:\ud800",
                "x:\u0085",
                "x:%٣٣"
            })
    void whatIsNotAUriOrNotUtf8NeverMatches(String uri) {
        assertThat(UriTemplate.parse("x:{a}").match(uri)).isEmpty();
        assertThat(UriTemplate.parse("x:{+a}").match(uri)).isEmpty();
    }

    @Test
    void rawAndEscapedCharactersOutsideAsciiAreTheSame() {
        UriTemplate template = UriTemplate.parse("x:é/{a}");

        assertThat(template.match("x:é/ü")).contains(Map.of("a", "ü"));
        assertThat(template.match("x:%c3%a9/%c3%bc")).contains(Map.of("a", "ü"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "a{b",
                "a}b",
                "{}",
                "{+}",
                "{?}",
                "{a,}",
                "{,a}",
                "{a b}",
                "{a{b}}",
                "{!a}",
                "{=a}",
                "{|a}",
                "{@a}",
                "{$a}",
                "{a:}",
                "{a:0}",
                "{a:x}",
                "{a:10000}",
                "{a:-1}",
                "{a:1*}",
                "{a*:1}",
                "{.}",
                "{a.}",
                "{a..b}",
                "{-a}",
                "{a,a}",
                "{é}",
                "a b",
                "a\u0000",
                "%",
                "%zz",
                "<a>",
                "\"",
                "a\\b",
                "{%41}"
            })
    void whatIsNotATemplateIsRefused(String text) {
        assertThatThrownBy(() -> UriTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a*}",
                "{+a*}",
                "{#a*}",
                "{?a*}",
                "{&a*}",
                "{;a*}",
                "{/a*,b}",
                "{a:3}{b}",
                "{a:3}.txt",
                "{+a:3}/b",
                "{?a}{&b}",
                "{?a}b",
                "{;a}b",
                "{;a}{.b}",
                "{?a}{b}",
                "{.a:2,b}{c}"
            })
    void whatCouldNotBeMatchedIsRefused(String text) {
        assertThatThrownBy(() -> UriTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{a:3}/b", "{a:3,b}", "{?a}{#b}", "{;a}{/b}", "{;a}{?b}", "{.a:2,b}", "{a.b_1}"})
    void whatCanBeMatchedIsAccepted(String text) {
        assertThatCode(() -> UriTemplate.parse(text)).doesNotThrowAnyException();
    }

    @Test
    void templatesAreEqualByText() {
        assertThat(UriTemplate.parse("a{b}"))
                .isEqualTo(UriTemplate.parse("a{b}"))
                .hasToString("a{b}");
        assertThat(UriTemplate.parse("a{b}")).isNotEqualTo(UriTemplate.parse("a{c}"));
        assertThat(UriTemplate.parse("{a,b}{/a}{?c}").variables()).containsExactly("a", "b", "c");
    }

    @Test
    void matchingTakesTimeInProportionToTheUri() {
        UriTemplate manyWildcards = UriTemplate.parse("x:" + "{+a}{+b}{+c}{+d}{+e}{+f}/".repeat(8) + "!");
        UriTemplate manyOptions = UriTemplate.parse("x:" + "{/a,b,c,d}{.e,f,g}".repeat(8) + "!");
        String uri = "x:" + "/.a".repeat(2_700);

        for (int i = 0; i < 20; i++) {
            assertThat(manyWildcards.match(uri)).isEmpty();
            assertThat(manyOptions.match(uri)).isEmpty();
        }
        assertThat(UriTemplate.parse("{+a}").match("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void whatWasExpandedIsMatchedAgain() {
        Random random = new Random(6570);
        List<UriTemplate> templates = List.of(
                UriTemplate.parse("x://{a}/{b}"),
                UriTemplate.parse("x://{a,b}"),
                UriTemplate.parse("x://h{/a,b}"),
                UriTemplate.parse("x://h{?a,b}"),
                UriTemplate.parse("x://h{;a,b}{#c}"),
                UriTemplate.parse("x://h?z=1{&a,b}"));
        for (int round = 0; round < 3_000; round++) {
            UriTemplate template = templates.get(round % templates.size());
            Map<String, String> values = new LinkedHashMap<>();
            template.variables().forEach(name -> values.put(name, text(random)));
            values.computeIfPresent("c", (name, value) -> "c");

            assertThat(template.match(template.expand(values)))
                    .as("%s %s", template, values)
                    .contains(values);
        }
    }

    @Test
    void noTextMakesMatchingFail() {
        Random random = new Random(3986);
        String alphabet = "ab/.?#&=;,%2F%C3%A9é😀\ud800 :@[]{}";
        UriTemplate template = UriTemplate.parse("a{b}{/c*}{.d}{;e,f}{?g,h:2}{#i}");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder uri = new StringBuilder("a");
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(i -> uri.append(alphabet.charAt(i)));
            Optional<Map<String, String>> values = template.match(uri.toString());
            values.ifPresent(found -> assertThat(template.variables()).containsAll(found.keySet()));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("v");
        random.ints(random.nextInt(8), 0x01, 0x11000)
                .map(point -> random.nextBoolean() ? point % 0x80 : point)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
