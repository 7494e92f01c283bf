package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.argument.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void aFormOfFlatFieldsPublishesItsDefaults() {
        Form form = Form.asking("Who?", Field.text("name").defaultsTo("John Doe"));

        assertThat(form.params().toString()).contains("John Doe");
    }

    @Test
    void aFormAsksForNoSecret() {
        for (String name : List.of("password", "apiKey", "card_pin", "accessToken")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Form.asking("Sign in", Field.text(name)))
                    .withMessageContaining("'" + name + "', which looks like a secret");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Form.asking("Pin", Field.integer("pin")));
    }

    @Test
    void aBoxToTickIsNoSecret() {
        assertThat(Form.asking("Shall it be new?", Field.flag("reset_password"))
                        .params()
                        .toString())
                .contains("reset_password");
    }

    @Test
    void aFormThatIsNotFlatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.asking("Who?", Field.list(Field.text("names"))))
                .withMessageContaining("the schema of a form is an object of text");
    }
}
