package dev.footbridge.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Annotations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final JsonObject META = JsonObject.of("com.example/k", "v");

    @Test
    void aTemplateListsItsHintsAndItsMeta() {
        ResourceTemplate template = ResourceTemplate.matching("test://{id}")
                .annotations(new Annotations(Set.of(), 0.5, null))
                .meta(META)
                .reads((uri, variables, call) -> List.of());

        assertThat(JsonWriter.text(template.toJson()))
                .contains("\"annotations\":{\"priority\":0.5}", "\"_meta\":{\"com.example/k\":\"v\"}");
    }

    @Test
    void aPromptListsItsMetaAndTheTitlesOfItsArguments() {
        Prompt prompt = Prompt.named("p")
                .meta(META)
                .takes(new Prompt.Argument("a", "An argument", null, true, null))
                .renders((arguments, call) -> PromptResult.user("p"));

        assertThat(JsonWriter.text(prompt.toJson()))
                .contains("\"title\":\"An argument\"", "\"_meta\":{\"com.example/k\":\"v\"}");
    }
}
