package dev.footbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.app.sample.GreetingTools;
import dev.footbridge.app.sample.GreetingToolsModule;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingToolsTest {

    private final GreetingTools tools = new GreetingTools();

    @ParameterizedTest
    @CsvSource({"ENGLISH, 'Hello, Ann!'", "GERMAN, 'Guten Tag, Ann!'", "FRENCH, 'Bonjour, Ann!'"})
    void greetingIsInTheLanguage(GreetingTools.Language language, String greeting) {
        assertThat(tools.greet("Ann", language)).isEqualTo(greeting);
    }

    @Test
    void compilerHasMadeToolsAndAPromptOfIt() {
        FeatureSet features = FeatureSet.of(new GreetingToolsModule(tools));

        assertThat(features.tools()).containsOnlyKeys("greet", "sign_guest_book");
        assertThat(features.tools().get("greet").effect()).isEqualTo(Effect.READ_ONLY);
        assertThat(features.prompts()).containsOnlyKeys("welcome");
        assertThat(features.question(GreetingTools.Signature.class)).isPresent();
    }

    @Test
    void languagesOnTheWireAreCodes() {
        JsonObject input = FeatureSet.of(new GreetingToolsModule(tools))
                .tools()
                .get("greet")
                .listing()
                .input();

        assertThat(JsonWriter.text(input)).contains("[\"en\",\"de\",\"fr\"]").contains("\"default\":\"en\"");
    }
}
