package dev.footbridge.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Problem;
import dev.footbridge.argument.TextFormat;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonText;
import dev.footbridge.tool.Presence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a place, and what is said of it. */
class SlotTest {

    @Test
    void everyProblemIsFoundInOnePassAndNamesItsPlace() {
        Slot document = slot("{\"name\":7,\"rows\":[1,\"x\",3.5],\"who\":true,\"a/b\":{}}");

        ObjectSlot in = document.object();
        in.required("name").suchAs("Ann").text();
        ListSlot rows = in.required("rows").list(0, 9);
        while (rows.hasNext()) {
            rows.next().integer(0, 2);
        }
        in.required("missing").flag();
        in.required("a/b").object().required("deep").decimal();

        assertThat(in.ok(List.of("name", "rows", "missing", "a/b"))).isFalse();
        assertThat(document.problems())
                .containsExactly(
                        new Problem("/name", "must be a string, such as Ann"),
                        new Problem("/rows/1", "must be a whole number"),
                        new Problem("/rows/2", "must be a whole number"),
                        new Problem("/missing", "is missing; it must be true or false"),
                        new Problem("/a~1b/deep", "is missing; it must be a number"),
                        new Problem("/who", "is not known here; known are: name, rows, missing, a/b"));
    }

    @Test
    void anOptionalMemberMayBeLeftOutOrNull() {
        Slot document = slot("{\"null\":null}");
        ObjectSlot in = document.object();

        assertThat(in.optional("null").text().get()).isNull();
        assertThat(in.optional("absent").integer(0, 9).orElse(7)).isEqualTo(7);
        assertThat(in.optional("absent").flag(true)).isTrue();
        assertThat(in.optional("absent").number().orElse(0.5)).isEqualTo(0.5);
        assertThat(in.optional("absent").decimal().orElse("1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(in.optional("absent").object().ok(List.of())).isFalse();
        assertThat(in.optional("absent").list(1, 9).hasNext()).isFalse();
        assertThat(in.ok(List.of("null", "absent"))).isTrue();
    }

    @Test
    void aRequiredMemberMayNotBeNull() {
        Slot document = slot("{\"text\":null,\"list\":[null]}");
        ObjectSlot in = document.object();

        in.required("text").text();
        in.required("list").list(0, 9).next().text();

        assertThat(document.problems())
                .containsExactly(new Problem("/text", "must be a string"), new Problem("/list/0", "must be a string"));
    }

    @Test
    void nothingNullAndAValueAreThreeThings() {
        ObjectSlot in = slot("{\"null\":null,\"given\":\"x\"}").object();

        assertThat(presence(in.optional("absent"))).isEqualTo(Presence.absent());
        assertThat(presence(in.optional("null"))).isEqualTo(Presence.ofNull());
        assertThat(presence(in.optional("given"))).isEqualTo(Presence.of("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|must be at least 1",
                "51|must be at most 50",
                "99999999999999999999|must be at most 50",
                "-99999999999999999999|must be at least 1",
                "1.5|must be a whole number",
                "7|must be a multiple of 5",
                "\"5\"|must be a whole number",
                "5|",
                "10.0|",
                "1e1|",
            })
    void wholeNumbersKeepTheirBounds(String json, String problem) {
        Slot document = slot(json);

        document.integer(1, 50).multipleOf(5);

        assertThat(document.problems().stream().map(Problem::message).limit(1).toList())
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void numbersAreReadInTheWidthThatIsAskedFor() {
        assertThat(slot("300").integer(0, 999).getInt()).isEqualTo(300);
        assertThat(slot("300").integer(0, 999).getShort()).isEqualTo((short) 300);
        assertThat(slot("3").integer(0, 9).getByte()).isEqualTo((byte) 3);
        assertThat(slot("3").integer(0, 9).get()).isEqualTo(3L);
        assertThat(slot("0.25").number().get()).isEqualTo(0.25);
        assertThat(slot("0.25").number().getFloat()).isEqualTo(0.25F);
        assertThat(slot("1e2").whole().getWhole()).isEqualTo(BigInteger.valueOf(100));
        assertThat(slot("12345678901234567890.5").decimal().get()).isEqualTo(new BigDecimal("12345678901234567890.5"));
    }

    @Test
    void numbersWithAFractionKeepTheirBounds() {
        assertThat(said(slot("0.4"), slot -> slot.number().min(0.5))).containsExactly("must be at least 0.5");
        assertThat(said(slot("2"), slot -> slot.number().max(1))).containsExactly("must be at most 1");
        assertThat(said(slot("1"), slot -> slot.number().exclusiveMin(1))).containsExactly("must be greater than 1");
        assertThat(said(slot("1"), slot -> slot.number().exclusiveMax(1))).containsExactly("must be less than 1");
        assertThat(said(slot("0.15"), slot -> slot.number().multipleOf("0.1")))
                .containsExactly("must be a multiple of 0.1");
        assertThat(said(slot("99e308"), Slot::number))
                .containsExactly("must be a number within the range of a 64-bit float");
        assertThat(said(slot("0.3"), slot -> slot.decimal().multipleOf("0.1"))).isEmpty();
        assertThat(said(slot("0.4"), slot -> slot.decimal().min(0.5))).containsExactly("must be at least 0.5");
        assertThat(said(slot("2"), slot -> slot.decimal().max(1))).containsExactly("must be at most 1");
        assertThat(said(slot("1"), slot -> slot.decimal().exclusiveMin(1))).containsExactly("must be greater than 1");
        assertThat(said(slot("1"), slot -> slot.decimal().exclusiveMax(1))).containsExactly("must be less than 1");
        assertThat(said(slot("1.5"), Slot::whole)).containsExactly("must be a whole number");
    }

    @Test
    void textIsMeasuredInCodePointsAndTheFirstFailureIsEnough() {
        assertThat(said(
                        slot("\"\uD83D\uDE00\uD83D\uDE00\""),
                        slot -> slot.text().length(3, 9)))
                .containsExactly("must be at least 3 characters long");
        assertThat(said(slot("\"abcd\""), slot -> slot.text().length(0, 3).pattern("x", false)))
                .containsExactly("must be at most 3 characters long");
        assertThat(said(slot("\"abcd\""), slot -> slot.text().pattern("x+", false)))
                .containsExactly("must match the pattern x+");
        assertThat(said(slot("\"abcd\""), slot -> slot.text().format(TextFormat.EMAIL)))
                .containsExactly("must be an e-mail address");
        assertThat(said(slot("\"c\""), slot -> slot.text().allowed(List.of("a", "b"))))
                .containsExactly("must be one of: a, b");
        assertThat(slot("\"a\"").choice(List.of("b", "a"))).isEqualTo(1);
        assertThat(said(slot("\"c\""), slot -> slot.choice(List.of("a", "b")))).containsExactly("must be one of: a, b");
    }

    @Test
    void listsAndMapsKeepTheirSizes() {
        assertThat(said(slot("[]"), slot -> slot.list(1, 2))).containsExactly("must have at least 1 item");
        assertThat(said(slot("[1,2,3]"), slot -> slot.list(1, 2))).containsExactly("must have at most 2 items");
        assertThat(said(slot("[1,1.0]"), slot -> slot.list(1, 2).unique()))
                .containsExactly("must not have the same item twice");
        assertThat(said(slot("{}"), slot -> slot.map(1, 2))).containsExactly("must have at least 1 item");
        assertThat(said(slot("{\"a\":1,\"b\":1}"), slot -> slot.map(0, 1))).containsExactly("must have at most 1 item");
        assertThat(said(slot("7"), slot -> slot.map(0, 1))).containsExactly("must be an object");
        assertThat(said(slot("7"), slot -> slot.list(0, 1))).containsExactly("must be a list");
    }

    @Test
    void aMapGivesItsMembersInTheirOrder() {
        MapSlot map = slot("{\"b\":1,\"a\":2}").map(0, 9);
        List<String> read = new ArrayList<>();

        while (map.hasNext()) {
            long value = map.next().integer(0, 9).value();
            read.add(map.key() + value);
        }

        assertThat(read).containsExactly("b1", "a2");
    }

    @Test
    void membersThatDependOnEachOtherAreMissedTogether() {
        Slot document = slot("{\"card\":\"1\",\"other\":null}");
        ObjectSlot in = document.object();
        in.optional("card").text();
        in.optional("other").text();

        in.atLeastOneOf(List.of("other", "third"));
        in.requires("card", List.of("owner", "card"));

        assertThat(document.problems())
                .containsExactly(
                        new Problem("", "needs at least one of: other, third"),
                        new Problem("/owner", "is missing; it must be given together with card"));
    }

    @Test
    void readingStopsWhenThereIsEnoughToSay() {
        Slot document = slot("[" + "\"x\",".repeat(500) + "\"x\"]");
        ListSlot list = document.list(0, 1000);
        int read = 0;

        while (list.hasNext()) {
            list.next().flag();
            read++;
        }

        assertThat(read).isEqualTo(20);
        assertThat(document.problems()).hasSize(20);
    }

    @Test
    void anyJsonIsTakenAsItIs() {
        assertThat(slot("{\"a\":[1]}").jsonObject()).isEqualTo(json("{\"a\":[1]}"));
        assertThat(slot("null").json()).isEqualTo(json("null"));
        assertThat(said(slot("[]"), Slot::jsonObject)).containsExactly("must be an object");
    }

    private static Presence<String> presence(Slot slot) {
        return slot.presence(slot.text().get());
    }

    private static List<String> said(Slot slot, Consumer<Slot> reading) {
        reading.accept(slot);
        return slot.problems().stream().map(Problem::message).toList();
    }

    private static Slot slot(String json) {
        return Slot.of(json(json));
    }

    private static Json json(String text) {
        return new JsonText(text).parsed();
    }
}
