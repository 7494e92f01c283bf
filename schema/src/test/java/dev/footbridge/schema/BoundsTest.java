package dev.footbridge.schema;

import static dev.footbridge.schema.Schemas.json;
import static dev.footbridge.schema.Schemas.problems;
import static dev.footbridge.schema.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.argument.Problem;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a schema and a value may cost (B-23). */
class BoundsTest {

    @Test
    @Timeout(10)
    void aPatternThatWouldExplodeElsewhereRunsInLinearTime() {
        Validator schema = Validator.of(
                schema("{'pattern':'^(a+)+$','patternProperties':{'^(b|b)*$':false}}")
                        .document(),
                () -> 0);

        assertThat(schema.check(Json.of("a".repeat(100_000) + "!"))).hasSize(1);
        assertThat(schema.check(JsonObject.of("b".repeat(100_000) + "!", "x"))).isEmpty();
    }

    @Test
    void aPatternBeyondRe2IsRefusedAtRegistration() {
        for (String schema : List.of(
                "{'pattern':'(?=a)b'}",
                "{'pattern':'(a)\\\\1'}",
                "{'patternProperties':{'(?!a)b':true}}",
                "{'$defs':{'unused':{'pattern':'(?<=a)b'}}}",
                "{'pattern':'^\\\\uD83D$'}",
                "{'properties':{'a':{'anyOf':[{'pattern':'('}]}}}")) {
            assertThatIllegalArgumentException()
                    .as(schema)
                    .isThrownBy(() -> schema(schema))
                    .withMessageContaining("cannot run in linear time");
        }
    }

    @Test
    void escapesOfEcma262AreUnderstood() {
        assertThat(problems("{'pattern':'^\\\\u00e9\\\\/\\\\d\\\\p{L}$'}", "'é/1ß'"))
                .isEmpty();
        assertThat(problems("{'pattern':'^\\\\uD83D\\\\uDE00$'}", "'\uD83D\uDE00'"))
                .isEmpty();
        assertThat(problems("{'pattern':'^\\\\u{1f600}$'}", "'\uD83D\uDE00'")).isEmpty();
        assertThat(problems("{'pattern':'^\\\\\\\\u00e9$'}", "'\\\\u00e9'")).isEmpty();
    }

    @Test
    void aSchemaHas64Levels() {
        assertThat(RawSchema.of(nested(63)).check(json("1"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawSchema.of(nested(64)))
                .withMessage("the schema is nested deeper than 64 levels");
        assertThatIllegalArgumentException().isThrownBy(() -> RawSchema.of(JsonObject.of("enum", deepArray(100_000))));
    }

    @Test
    void aSchemaHas5000Objects() {
        List<Json> many = Collections.nCopies(4998, JsonObject.EMPTY);

        assertThat(RawSchema.of(JsonObject.of("allOf", new JsonArray(many))).check(json("1")))
                .isEmpty();
        List<Json> more = Collections.nCopies(4999, JsonObject.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawSchema.of(JsonObject.of("allOf", new JsonArray(more))))
                .withMessage("the schema has more than 5000 objects and arrays");
    }

    @Test
    void aCheckEndsWhenItsTimeIsOver() {
        AtomicLong now = new AtomicLong();
        Validator slow = Validator.of(
                schema("{'items':{'type':'integer'}}").document(),
                () -> now.getAndAdd(Duration.ofMillis(100).toNanos()));

        assertThat(slow.check(json("[1]"))).isEmpty();
        assertThat(slow.check(json("[1,2,3,4,5,6,7,8,9,10,11,12]")))
                .containsExactly(new Problem("", "is too large or too deeply nested to be checked in time; send less"));
    }

    @Test
    @Timeout(20)
    void aSchemaThatBranchesWithoutEndIsStoppedByTheRealClock() {
        String twice = "{'anyOf':[{'properties':{'a':{'$ref':'#/$defs/t'}},'required':['no']},"
                + "{'properties':{'a':{'$ref':'#/$defs/t'}},'required':['no']}]}";
        RawSchema schema = schema("{'$ref':'#/$defs/t','$defs':{'t':" + twice + "}}");

        assertThat(schema.check(json("{'a':".repeat(60) + "1" + "}".repeat(60))))
                .extracting(Problem::message)
                .containsExactly("is too large or too deeply nested to be checked in time; send less");
    }

    @Test
    void aReferenceToItselfIsStopped() {
        assertThat(problems("{'$ref':'#'}", "1"))
                .containsExactly("is too large or too deeply nested to be checked in time; send less");
    }

    @Test
    void atMostTwentyProblemsAreReported() {
        String hundred = "[" + "'x',".repeat(99) + "'x']";

        assertThat(problems("{'items':{'type':'integer'}}", hundred)).hasSize(20);
    }

    @Test
    void aValueWithEndlessProblemsIsRefusedAsAWhole() {
        JsonArray value = new JsonArray(Collections.nCopies(60_000, Json.of("x")));

        assertThat(schema("{'items':{'type':'integer'}}").check(value)).hasSize(1);
    }

    private static JsonObject nested(int levels) {
        JsonObject schema = JsonObject.EMPTY;
        for (int i = 0; i < levels; i++) {
            schema = JsonObject.of("items", schema);
        }
        return schema;
    }

    private static Json deepArray(int levels) {
        Json value = Json.of(1);
        for (int i = 0; i < levels; i++) {
            value = JsonArray.of(value);
        }
        return value;
    }
}
