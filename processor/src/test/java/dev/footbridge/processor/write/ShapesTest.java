package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type in every way it may be there or not: read into a record, and the record written again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShapesTest {

    private static final Map<String, String> BOXES = Map.of(
            "byte", "Byte",
            "short", "Short",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double",
            "boolean", "Boolean");

    private static final String TYPES = """
            enum State { @Name("open") OPEN, @Name("shut") SHUT }
            /** @param x x */
            record Point(int x) {}
            sealed interface Figure {}
            /** @param r r */
            record Circle(int r) implements Figure {}
            @Tag("box") record Square() implements Figure {}
            /** @param value value */
            record Held<T>(T value) {}
            """;

    /** A type, a good value as it is written again, a bad value, what is said of it, and a default where one can be. */
    record Row(String type, String good, String bad, String complaint, String fallback) {
        @Override
        public String toString() {
            return type;
        }

        String boxed() {
            return BOXES.getOrDefault(type, type);
        }
    }

    private Kit kit;

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        numbers(rows);
        texts(rows);
        rows.add(new Row("boolean", "true", "1", "must be true or false", "true"));
        rows.add(new Row("Boolean", "false", "\"false\"", "must be true or false", "true"));
        composites(rows);
        return rows;
    }

    private static void numbers(List<Row> rows) {
        for (String type : List.of("byte", "Byte", "short", "Short", "int", "Integer", "long", "Long")) {
            rows.add(new Row(type, "-7", "1.5", "must be a whole number", "5"));
        }
        rows.add(new Row("BigInteger", "123456789012345678901234567890", "0.1", "must be a whole number", "5"));
        for (String type : List.of("float", "Float", "double", "Double", "BigDecimal")) {
            rows.add(new Row(type, "2.25", "\"2\"", "must be a number", "1.5"));
        }
    }

    private static void texts(List<Row> rows) {
        text(rows, "String", "a", "must be a string", "b \" \\ c");
        text(rows, "State", "open", "must be one of: open, shut", "shut");
        text(rows, "UUID", "123e4567-e89b-12d3-a456-426614174000", "must be a UUID", "");
        text(rows, "URI", "https://example.com/a", "must be an absolute URI", "urn:a");
        text(rows, "LocalDate", "2026-07-28", "must be a date such as 2026-07-28", "2026-01-01");
        String moment = "must be a date and time with an offset, such as 2026-07-28T10:00:00Z";
        for (String type : List.of("OffsetDateTime", "ZonedDateTime", "Instant")) {
            text(rows, type, "2026-07-28T10:00:00Z", moment, "");
        }
        String local = "must be a date and time without an offset, such as 2026-07-28T10:00:00";
        text(rows, "LocalDateTime", "2026-07-28T10:00:00", local, "");
        text(rows, "LocalTime", "10:00:00", "must be a time of day such as 10:00:00", "");
        text(rows, "Duration", "PT30S", "must be a duration such as PT30S or P1DT2H", "PT1S");
        text(rows, "Period", "P1Y2M", "must be a period such as P1Y2M or P10D", "");
        text(rows, "YearMonth", "2026-07", "must be a month such as 2026-07", "");
        text(rows, "ZoneId", "Europe/Berlin", "must be a time zone such as Europe/Berlin or +02:00", "");
    }

    private static void text(List<Row> rows, String type, String good, String complaint, String fallback) {
        String bad = type.equals("String") ? "1" : "\"nonsense\"";
        rows.add(new Row(type, '"' + good + '"', bad, complaint, fallback));
    }

    private static void composites(List<Row> rows) {
        rows.add(new Row("byte[]", "\"AQI=\"", "\"A\"", "must be bytes in base64", ""));
        rows.add(new Row("List<String>", "[\"a\",\"a\"]", "{}", "must be a list", ""));
        rows.add(new Row("Collection<Integer>", "[1,2]", "1", "must be a list", ""));
        rows.add(new Row("Set<State>", "[\"shut\",\"open\"]", "\"open\"", "must be a list", ""));
        rows.add(new Row("Map<String, Long>", "{\"b\":1,\"a\":2}", "[]", "must be an object", ""));
        rows.add(new Row("List<Map<String, Set<Point>>>", "[{\"a\":[{\"x\":1}]},{}]", "1", "must be a list", ""));
        rows.add(new Row("Point", "{\"x\":1}", "[]", "must be an object", ""));
        rows.add(new Row("Figure", "{\"type\":\"Circle\",\"r\":1}", "1", "must be an object", ""));
        rows.add(new Row("List<Figure>", "[{\"type\":\"box\"}]", "1", "must be a list", ""));
        rows.add(new Row("Held<Held<String>>", "{\"value\":{\"value\":\"a\"}}", "1", "must be an object", ""));
        rows.add(new Row("JsonObject", "{\"any\":[1,null]}", "[]", "must be an object", ""));
    }

    @BeforeAll
    void compile(@TempDir Path folder) {
        StringBuilder members = new StringBuilder(TYPES);
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            members.append(members(rows.get(i), i));
        }
        kit = Kit.of(folder, members.toString());
    }

    private static String members(Row row, int number) {
        String nullable = row.type().equals("byte[]") ? "byte @Nullable []" : "@Nullable " + row.boxed();
        String record = """
                /** @param must must @param may may @param maybe maybe @param said said */
                record R#(TYPE must, NULLABLE may, Optional<BOXED> maybe, Presence<BOXED> said) {}
                /** Echoes. */
                @Tool public R# all#(R# in) { return in; }
                /** Echoes. @param must must @param may may @param maybe maybe @param said said */
                @Tool public R# each#(TYPE must, NULLABLE may, Optional<BOXED> maybe, Presence<BOXED> said) {
                    return new R#(must, may, maybe, said);
                }
                /** Echoes. @param must must @param other other */
                @Tool public TYPE plain#(TYPE must, OptionalInt other) { return must; }
                /** Echoes. @param may may @param other other */
                @Tool public NULLABLE nullable#(NULLABLE may, OptionalInt other) { return may; }
                /** Echoes. @param may may */
                @Tool public Optional<BOXED> optional#(Optional<BOXED> may) { return may; }
                """;
        String defaulted = """
                /** Echoes. @param may may */
                @Tool public TYPE defaulted#(@Default(FALLBACK) TYPE may) { return may; }
                """;
        return (row.fallback().isEmpty() ? record : record + defaulted)
                .replace("FALLBACK", Literals.quoted(row.fallback()))
                .replace("NULLABLE", nullable)
                .replace("TYPE", row.type())
                .replace("BOXED", row.boxed())
                .replace("#", Integer.toString(number));
    }

    private static int number(Row row) {
        return rows().indexOf(row);
    }

    static Stream<Row> defaulted() {
        return rows().stream().filter(row -> !row.fallback().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsThereIsRead(Row row) {
        String all = "{'must':V,'may':V,'maybe':V,'said':V}".replace('\'', '"').replace("V", row.good());

        assertThat(kit.call("all" + number(row), all)).isEqualTo(all);
        assertThat(kit.call("each" + number(row), all)).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatMayBeLeftOutIsNotMissed(Row row) {
        String some = "{\"must\":" + row.good() + "}";
        String written = "{\"must\":" + row.good() + ",\"may\":null}";

        assertThat(kit.call("all" + number(row), some)).isEqualTo(written);
        assertThat(kit.call("each" + number(row), some)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nullIsToldFromNothingWhereThatMatters(Row row) {
        String nulls = "{\"must\":" + row.good() + ",\"may\":null,\"maybe\":null,\"said\":null}";
        String written = "{\"must\":" + row.good() + ",\"may\":null,\"said\":null}";

        assertThat(kit.call("all" + number(row), nulls)).isEqualTo(written);
        assertThat(kit.call("each" + number(row), nulls)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatDoesNotFitIsReportedAtItsPlace(Row row) {
        String all = "{'must':V,'may':V,'maybe':V,'said':V}".replace('\'', '"').replace("V", row.bad());
        String[] expected = Stream.of("must", "may", "maybe", "said")
                .map(member -> "/" + member + ": " + row.complaint())
                .toArray(String[]::new);

        assertThat(kit.problems("all" + number(row), all)).containsExactly(expected);
        assertThat(kit.problems("each" + number(row), all)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatMustBeThereIsMissed(Row row) {
        assertThat(kit.problems("all" + number(row), "{}")).containsExactly("/must: is missing; it " + row.complaint());
        assertThat(kit.problems("plain" + number(row), "{\"must\":null}")).containsExactly("/must: " + row.complaint());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void resultsAreWrittenInEveryWay(Row row) {
        String may = "{\"may\":" + row.good() + "}";
        String unquoted = row.type().equals("String") ? "a" : row.good();

        assertThat(kit.call("plain" + number(row), "{\"must\":" + row.good() + "}"))
                .isEqualTo(unquoted);
        assertThat(kit.call("nullable" + number(row), may)).isEqualTo(row.good());
        assertThat(kit.call("nullable" + number(row), "{}")).isEqualTo("null");
        assertThat(kit.call("optional" + number(row), may)).isEqualTo(row.good());
        assertThat(kit.call("optional" + number(row), "{}")).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource("defaulted")
    void aDefaultStandsForWhatIsLeftOut(Row row) {
        boolean quoted = row.good().startsWith("\"") && !row.type().equals("String");
        String fallback = quoted ? '"' + row.fallback() + '"' : row.fallback();
        String given = row.type().equals("String") ? "a" : row.good();
        String tool = "defaulted" + number(row);

        assertThat(kit.call(tool, "{}")).isEqualTo(fallback);
        assertThat(kit.call(tool, "{\"may\":null}")).isEqualTo(fallback);
        assertThat(kit.call(tool, "{\"may\":" + row.good() + "}")).isEqualTo(given);
        assertThat(kit.problems(tool, "{\"may\":" + row.bad() + "}")).containsExactly("/may: " + row.complaint());
    }
}
