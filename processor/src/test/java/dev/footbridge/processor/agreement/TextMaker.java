package dev.footbridge.processor.agreement;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes texts for schemas of texts. */
final class TextMaker {

    private static final String[] CHARACTERS = {
        "a", "Z", "0", "9", " ", "-", "_", "\"", "\\", "\n", "\u0000", "/", "ü", "é", "\u0301", "\u2028", "漢", "😀",
        "𝒳", "👍🏽"
    };

    /** Texts on which standards and validators agree: good ones first, then bad ones. */
    private static final Map<String, List<List<String>>> FORMATS = Map.of(
            "email",
            List.of(
                    List.of("a@example.org", "first.last+tag@sub.example.com", "x_y@a-b.example.org"),
                    List.of(
                            "",
                            "a",
                            "a@",
                            "@example.org",
                            "a b@c.example.org",
                            "a@b@c.example.org",
                            "a..b@c.example.org",
                            ".a@b.example.org")),
            "uri",
            List.of(
                    List.of(
                            "https://example.org/a?b=c#d",
                            "urn:isbn:0451450523",
                            "mailto:a@b.example",
                            "http://[::1]:80/"),
                    List.of(
                            "",
                            "a",
                            "/a/b",
                            "//example.org/a",
                            "https://example.org/a b",
                            "https://ü.example",
                            "%",
                            "1a:b")),
            "date",
            List.of(
                    List.of("2026-07-28", "2024-02-29", "0001-01-01", "9999-12-31"),
                    List.of(
                            "",
                            "2026-02-29",
                            "2026-13-01",
                            "2026-00-10",
                            "2026-1-1",
                            "2026-07-28Z",
                            "20260728",
                            "+2026-07-28")),
            "date-time",
            List.of(
                    List.of(
                            "2026-07-28T10:00:00Z",
                            "2026-07-28T10:00:00.123456789+05:30",
                            "2026-07-28t10:00:00z",
                            "2024-02-29T23:59:59-18:00"),
                    List.of(
                            "",
                            "2026-07-28",
                            "2026-07-28T10:00:00",
                            "2026-02-30T10:00:00Z",
                            "2026-07-28T24:00:00Z",
                            "2026-07-28T10:60:00Z",
                            "2026-07-28 10:00:00Z",
                            "2026-07-28T10:00Z",
                            "2026-07-28T10:00:00.Z")),
            "uuid",
            List.of(
                    List.of(
                            "123e4567-e89b-12d3-a456-426614174000",
                            "00000000-0000-0000-0000-000000000000",
                            "FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF"),
                    List.of(
                            "",
                            "123e4567e89b12d3a456426614174000",
                            "123e4567-e89b-12d3-a456-42661417400",
                            "g23e4567-e89b-12d3-a456-426614174000",
                            "123e4567-e89b-12d3-a456-4266141740000")));

    private final Random random;

    TextMaker(Random random) {
        this.random = random;
    }

    /** @param wild whether to break a rule rather than keep it */
    String text(JsonObject schema, boolean wild) {
        if (schema.has("format")) {
            List<List<String>> all =
                    Objects.requireNonNull(FORMATS.get(schema.string("format").orElseThrow()));
            return any(all.get(wild ? 1 : 0));
        }
        if (schema.has("contentEncoding")) {
            String text = base64(schema, wild);
            return wild && random.nextBoolean() ? damaged(text) : text;
        }
        if (schema.has("pattern") && random.nextInt(10) > 0) {
            String text =
                    new PatternSampler(random).text(schema.string("pattern").orElseThrow());
            return wild ? damaged(text) : text;
        }
        return characters(length(schema, wild));
    }

    /** A text with one character more, fewer or other. */
    String damaged(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(2));
        String between = random.nextBoolean() ? any(List.of(CHARACTERS)) : "";
        return Unpaired.removed(text.substring(0, at) + between + text.substring(end));
    }

    String characters(int count) {
        StringBuilder text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < count) {
            String next = any(List.of(CHARACTERS));
            text.appendCodePoint(next.codePointAt(0));
        }
        return text.toString();
    }

    /** With spare bits that need not be zero. */
    private String base64(JsonObject schema, boolean wild) {
        String text;
        do {
            int groups = length(schema, wild) / 4;
            byte[] bytes = new byte[Math.max(0, groups * 3 - random.nextInt(3))];
            random.nextBytes(bytes);
            text = Base64.getEncoder().encodeToString(bytes);
        } while (!wild && !Lengths.fit(text, schema));
        return random.nextBoolean() ? text : text.replaceFirst(".==$", "/==").replaceFirst("[^=]=$", "/=");
    }

    private int length(JsonObject schema, boolean wild) {
        int least = (int) schema.integer("minLength").orElse(0);
        int most = (int) schema.integer("maxLength").orElse(least + 5L);
        if (wild) {
            return random.nextBoolean() ? Math.max(0, least - 1) : most + 1;
        }
        return random.nextBoolean() ? (random.nextBoolean() ? least : most) : least + random.nextInt(most - least + 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Rules about the lengths and endings of bytes. */
    private static final class Lengths {
        static boolean fit(String text, JsonObject schema) {
            return text.length() >= schema.integer("minLength").orElse(0)
                    && text.length() <= schema.integer("maxLength").orElse(Integer.MAX_VALUE)
                    && Pattern.compile(schema.string("pattern").orElse(""))
                            .matcher(text)
                            .find()
                    && (!schema.has("anyOf") || all(schema, "anyOf").anyMatch(way -> fit(text, way)))
                    && all(schema, "allOf").allMatch(way -> fit(text, way));
        }

        private static Stream<JsonObject> all(JsonObject schema, String keyword) {
            return schema.array(keyword).orElse(JsonArray.EMPTY).items().stream()
                    .map(JsonObject.class::cast);
        }
    }

    /** A change in the middle of a pair leaves a half, which JSON cannot carry. */
    private static final class Unpaired {
        static String removed(String text) {
            StringBuilder kept = new StringBuilder();
            text.codePoints()
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }
}
