package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.argument.Field;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void aFormOfFlatFieldsPublishesItsDefaults() {
        Form form = Form.asking("Who?", Field.text("name").defaultsTo("John Doe"));

        assertThat(form.params().toString()).contains("John Doe");
    }

    @Test
    void aFormThatIsNotFlatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.asking("Who?", Field.list(Field.text("names"))))
                .withMessageContaining("the schema of a form is an object of text");
    }
}
