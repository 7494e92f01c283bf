package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.object;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoiceFieldTest {

    private static final ChoiceField PLAIN = Field.choice("c", "a", "b");
    private static final ChoiceField TITLED = PLAIN.titled(Map.of("b", "Bee", "a", "Ay"));

    @Test
    void aPlainChoiceIsAnEnum() {
        assertThat(PLAIN.defaultsTo("b").header("C").schema())
                .isEqualTo(json("{'type':'string','enum':['a','b'],'default':'b','x-mcp-header':'C'}"));
    }

    @Test
    void aTitledChoiceIsOneOfConstants() {
        assertThat(TITLED.schema())
                .isEqualTo(json("{'type':'string','oneOf':[{'const':'a','title':'Ay'},{'const':'b','title':'Bee'}]}"));
    }

    @Test
    void legacyNamesStandBesideTheEnum() {
        assertThat(PLAIN.legacyNames("Ay", "Bee").schema())
                .isEqualTo(json("{'type':'string','enum':['a','b'],'enumNames':['Ay','Bee']}"));
    }

    @Test
    void aListOfChoicesHasTheFormsOfMultipleChoice() {
        assertThat(Field.list(PLAIN).minItems(1).maxItems(2).schema())
                .isEqualTo(
                        json("{'type':'array','items':{'type':'string','enum':['a','b']},'minItems':1,'maxItems':2}"));
        assertThat(Field.list(TITLED).schema())
                .isEqualTo(json("{'type':'array','items':{'anyOf':["
                        + "{'const':'a','title':'Ay'},{'const':'b','title':'Bee'}]}}"));
        assertThat(Field.list(PLAIN.legacyNames("Ay", "Bee")).schema())
                .isEqualTo(json("{'type':'array','items':{'type':'string','enum':['a','b']}}"));
    }

    @Test
    void onlyItsValuesAreTaken() {
        assertThat(problems(PLAIN, "'a'")).isEmpty();
        assertThat(problems(TITLED, "'Ay'")).containsExactly("must be one of: a, b");
        assertThat(problems(PLAIN, "1")).containsExactly("must be one of: a, b");
        assertThat(PLAIN.read(object("{'c':'a'}"))).isEqualTo("a");
    }

    @Test
    void valuesTitlesAndNamesMustAgree() {
        assertThatIllegalArgumentException().isThrownBy(() -> Field.choice("c"));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.choice("c", "a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.titled(Map.of("a", "Ay")));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.legacyNames("Ay"));
        assertThatIllegalArgumentException().isThrownBy(() -> TITLED.legacyNames("Ay", "Bee"));
    }

    @Test
    void aLongListOfValuesIsCutInTheProblem() {
        String[] values = new String[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = "v" + i;
        }

        assertThat(problems(Field.choice("c", values), "'x'").get(0))
                .hasSizeLessThan(400)
                .endsWith(", …");
    }
}
