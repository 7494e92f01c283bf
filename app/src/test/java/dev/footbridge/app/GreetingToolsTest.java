package dev.footbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.app.sample.GreetingTools;
import dev.footbridge.app.sample.GreetingToolsModule;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.JsonWriter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingToolsTest {

    private final GreetingTools tools = new GreetingTools();
    private final FeatureSet features = FeatureSet.of(new GreetingToolsModule(tools));

    @ParameterizedTest
    @CsvSource({"ENGLISH, 'Hello, Ann!'", "GERMAN, 'Guten Tag, Ann!'", "FRENCH, 'Bonjour, Ann!'"})
    void greetingIsInTheLanguage(GreetingTools.Language language, String greeting) {
        assertThat(tools.greet("Ann", language)).isEqualTo(greeting);
    }

    @Test
    void compilerHasMadeToolsAndAPromptOfIt() {
        assertThat(features.tools()).containsOnlyKeys("greet", "sign_guest_book");
        assertThat(features.prompts()).containsOnlyKeys("welcome");
        assertThat(features.question(GreetingTools.Signature.class)).isPresent();
    }

    @Test
    void languagesOnTheWireAreCodes() {
        Tool greet = Objects.requireNonNull(features.tools().get("greet"));

        assertThat(greet.effect()).isEqualTo(Effect.READ_ONLY);
        assertThat(JsonWriter.text(greet.listing().input()))
                .contains("[\"en\",\"de\",\"fr\"]")
                .contains("\"default\":\"en\"");
    }
}
