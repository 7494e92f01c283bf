package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.object;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListFieldTest {

    private static final ListField<Long> NUMBERS = Field.list(Field.integer("n").min(0));

    @Test
    void itPublishesItsItemAndItsSize() {
        assertThat(NUMBERS.minItems(1)
                        .maxItems(3)
                        .unique()
                        .defaultsTo(List.of(1L))
                        .schema())
                .isEqualTo(json("{'type':'array','items':{'type':'integer','minimum':0},'minItems':1,'maxItems':3,"
                        + "'uniqueItems':true,'default':[1]}"));
    }

    @Test
    void theListTakesTheNameOfTheItem() {
        assertThat(NUMBERS.name()).isEqualTo("n");
        assertThat(NUMBERS.read(object("{'n':[1,2.0]}"))).containsExactly(1L, 2L);
    }

    @Test
    void everyBadItemIsNamed() {
        assertThat(problems(NUMBERS, "[1,-1,'x']"))
                .containsExactly("/1: must be at least 0", "/2: must be a whole number");
    }

    @Test
    void theSizeIsChecked() {
        ListField<Long> field = NUMBERS.minItems(2).maxItems(3);

        assertThat(problems(field, "[1]")).containsExactly("must have at least 2 items");
        assertThat(problems(field, "[1,2,3,-4]")).containsExactly("must have at most 3 items");
        assertThat(problems(field, "{}")).containsExactly("must be an array");
    }

    @Test
    void itemsAreTheSameWhenTheyMeanTheSame() {
        ListField<?> field = Field.list(Field.object(
                        "o",
                        Fields.of(Field.list(Field.number("a")), Field.text("b").optional())))
                .unique();

        assertThat(problems(field, "[{'a':[1],'b':'x'},{'b':'x','a':[1.0]}]"))
                .containsExactly("must not have the same item twice");
        assertThat(problems(field, "[{'a':[1,2]},{'a':[2,1]}]")).isEmpty();
        assertThat(problems(NUMBERS.unique(), "[1,1.0]")).containsExactly("must not have the same item twice");
    }

    @Test
    void nullIsNoItem() {
        assertThat(problems(NUMBERS, "[null]")).containsExactly("/0: must be a whole number");
    }

    @Test
    void listsNest() {
        ListField<List<Long>> field = Field.list(NUMBERS);

        assertThat(field.read(object("{'n':[[1],[]]}"))).containsExactly(List.of(1L), List.of());
        assertThat(problems(field, "[[1],[-1]]")).containsExactly("/1/0: must be at least 0");
    }

    @Test
    void itemsHaveNoDefaultNoHeaderAndAreNotOptional() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.list(Field.text("t").optional()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.list(Field.text("t").defaultsTo("x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.list(Field.text("t").header("T")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NUMBERS.minItems(2).maxItems(1));
    }
}
