package dev.footbridge.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever passes the check can be read. */
class CheckedValuesTest {

    private static final int ROUNDS = 20_000;

    private static final List<String> TEXTS = List.of("", "a", "b", "c", "2026-07-28", "😀", "a@b");
    private static final List<String> NUMBERS = List.of("0", "1", "1.0", "-1e1", "0.5", "1e30", "-0.0");

    private static final List<Field<?>> FIELDS = List.of(
            Field.text("a").maxLength(2),
            Field.integer("b").min(-10).defaultsTo(1),
            Field.number("c").max(10).optional(),
            Field.flag("d").optional(),
            Field.choice("e", "a", "b").defaultsTo("a"),
            Field.list(Field.choice("f", "a", "b")).unique().optional(),
            Field.object("g", Fields.of(Field.text("a"), Field.integer("b").optional()))
                    .optional());

    @Test
    void whatPassesTheCheckIsReadWithoutFault() {
        Random random = new Random(20260728);
        Fields schema = Fields.of(FIELDS.toArray(Field<?>[]::new));
        int passed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonObject object = object(random, 2);
            if (schema.check(object).isEmpty()) {
                passed++;
                Values values = new Values(object);
                FIELDS.forEach(field -> assertThatCode(() -> values.get(field))
                        .as("%s of %s", field.name(), object)
                        .doesNotThrowAnyException());
            }
        }
        assertThat(passed).as("values that passed").isGreaterThan(100);
    }

    private static JsonObject object(Random random, int depth) {
        JsonObject.Builder members = JsonObject.builder();
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
            if (random.nextInt(3) == 0) {
                members.put(name, value(random, depth));
            }
        }
        return members.build();
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.of(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> new JsonNumber(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> JsonNull.NULL;
            case 4 -> array(random, depth - 1);
            default -> object(random, depth - 1);
        };
    }

    private static JsonArray array(Random random, int depth) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(value(random, depth));
        }
        return new JsonArray(items);
    }
}
