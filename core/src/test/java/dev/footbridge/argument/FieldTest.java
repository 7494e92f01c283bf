package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.object;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTest {

    @Test
    void aRefinementLeavesTheOriginalAlone() {
        TextField plain = Field.text("x");
        TextField refined = plain.describedAs("Refined.").maxLength(1);

        assertThat(plain.schema()).isEqualTo(json("{'type':'string'}"));
        assertThat(refined.schema()).isEqualTo(json("{'type':'string','description':'Refined.','maxLength':1}"));
    }

    @Test
    void aDefaultIsReadWhereNothingOrNullIsSent() {
        Field<Long> field = Field.integer("n").defaultsTo(30);

        assertThat(field.required()).isFalse();
        assertThat(field.read(object("{}"))).isEqualTo(30L);
        assertThat(field.read(object("{'n':null}"))).isEqualTo(30L);
        assertThat(field.read(object("{'n':1}"))).isEqualTo(1L);
        assertThat(problems(field, "null")).isEmpty();
    }

    @Test
    void aDefaultMustPassTheCheckHoweverTheFieldIsRefinedAfterwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.integer("n").max(10).defaultsTo(11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.integer("n").defaultsTo(11).max(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.choice("c", "a").defaultsTo("b"));
    }

    @Test
    void anOptionalFieldIsEmptyWhereNothingOrNullIsSent() {
        Field<Optional<String>> field =
                Field.text("x").maxLength(1).optional().title("X").describedAs("An x.");

        assertThat(field.required()).isFalse();
        assertThat(field.read(object("{}"))).isEmpty();
        assertThat(field.read(object("{'x':null}"))).isEmpty();
        assertThat(field.read(object("{'x':'y'}"))).contains("y");
        assertThat(problems(field, "null")).isEmpty();
        assertThat(problems(field, "'yy'")).containsExactly("must be at most 1 character long");
        assertThat(field.schema()).isEqualTo(json("{'type':'string','title':'X','description':'An x.','maxLength':1}"));
    }

    @Test
    void anOptionalFieldWithADefaultReadsTheDefault() {
        assertThat(Field.text("x").defaultsTo("y").optional().read(object("{}")))
                .contains("y");
    }

    @Test
    void readingWhatWasNeverCheckedSaysSo() {
        assertThatIllegalStateException().isThrownBy(() -> Field.text("x").read(object("{}")));
        assertThatIllegalStateException().isThrownBy(() -> Field.text("x").read(object("{'x':1}")));
        assertThatIllegalStateException().isThrownBy(() -> Field.integer("x").read(object("{'x':1.5}")));
        assertThatIllegalStateException().isThrownBy(() -> Field.number("x").read(object("{'x':[]}")));
        assertThatIllegalStateException().isThrownBy(() -> Field.flag("x").read(object("{'x':1}")));
        assertThatIllegalStateException()
                .isThrownBy(() -> Field.choice("x", "a").read(object("{'x':1}")));
        assertThatIllegalStateException()
                .isThrownBy(() -> Field.list(Field.text("x")).read(object("{'x':1}")));
        assertThatIllegalStateException()
                .isThrownBy(() -> Field.object("x", Fields.none()).read(object("{'x':1}")));
    }

    @Test
    void namesAndHeadersAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text("x").header(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text("x").header("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text("x").header("ä"));
    }

    @Test
    void anObjectIsReadAsValues() {
        TextField street = Field.text("street");
        ObjectField address = Field.object("address", Fields.of(street)).describedAs("Where to.");

        assertThat(address.read(object("{'address':{'street':'Main'}}")).get(street))
                .isEqualTo("Main");
        assertThat(address.schema())
                .isEqualTo(json("{'type':'object','description':'Where to.','properties':{'street':{'type':'string'}},"
                        + "'required':['street'],'additionalProperties':false}"));
        assertThat(problems(address, "[]")).containsExactly("must be an object");
        assertThat(address.defaultsTo(new Values(object("{'street':'Main'}"))).read(object("{}")))
                .isEqualTo(new Values(object("{'street':'Main'}")));
    }
}
