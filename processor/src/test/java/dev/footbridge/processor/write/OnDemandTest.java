package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.processor.Workshop;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module can make the object whose methods it serves, once, from what its constructor takes. */
final class OnDemandTest {

    private static final String SAY = "/** Says it. */ @Tool public String say() { return said; }\n";

    @TempDir
    Path folder;

    @Test
    void constructorGetsWhatTheModuleWasGiven() throws Exception {
        Kit kit = made("""
                private final String said;
                public Kit(List<? extends CharSequence> words, int count, boolean loud, char end, String... more) {
                    said = words + " " + count + loud + end + more.length;
                }
                """, List.of("a"), 7, true, '!', new String[2]);

        assertThat(kit.call("say", "{}")).isEqualTo("[a] 7true!2");
    }

    @Test
    void oneObjectServesEveryCallAndEveryKindOfFeature() throws Exception {
        Kit kit = made("""
                static int made;
                private final String said;
                public Kit() { said = "object " + ++made; }
                /** R. */ @Resource(uri = "kit://r") public String read() { return said; }
                /** P. */ @Prompt public String ask() { return said; }
                """);

        assertThat(kit.call("say", "{}")).isEqualTo("object 1");
        assertThat(kit.call("say", "{}")).isEqualTo("object 1");
        assertThat(kit.features().resources()).hasSize(1);
        assertThat(kit.features().prompts()).hasSize(1);
    }

    @Test
    void whatTheConstructorThrowsIsThrownByTheCallAndTheNextTriesAgain() throws Exception {
        Kit kit = made("""
                static int tried;
                private final String said;
                public Kit() throws java.io.IOException {
                    if (tried++ == 0) throw new java.io.IOException("not yet");
                    said = "now";
                }
                """);

        assertThatThrownBy(() -> kit.call("say", "{}")).hasRootCauseMessage("not yet");
        assertThat(kit.call("say", "{}")).isEqualTo("now");
    }

    @Test
    void parametersMayBeCalledLikeWhatTheModuleHas() throws Exception {
        Kit kit = made(
                "private final String said; public Kit(String target, String module, String java, String Kit) {"
                        + " said = target + module + java + Kit; }",
                "a",
                "b",
                "c",
                "d");

        assertThat(kit.call("say", "{}")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Kit() {} public Kit(int a) {}",
                "private Kit() {}",
                "public <T> Kit(T a) {}",
                "private enum Own { A } Kit(List<Own[]> a) {}"
            })
    void aConstructorThatLeavesAChoiceOrCannotBeCalledIsLeftToTheAuthor(String constructors) throws Exception {
        Workshop.Outcome outcome = Kit.compile(folder, Kit.source("private String said;" + SAY + constructors));

        assertThat(onDemand(outcome)).isEmpty();
    }

    private Kit made(String members, Object... parts) throws Exception {
        Workshop.Outcome outcome = Kit.compile(folder, Kit.source(SAY + members));
        Object module = onDemand(outcome).findFirst().orElseThrow().invoke(null, parts);
        return new Kit(FeatureSet.of((McpModule) module));
    }

    private static Stream<Method> onDemand(Workshop.Outcome outcome) {
        return Arrays.stream(outcome.type("shop.KitModule").getMethods())
                .filter(method -> method.getName().equals("onDemand"));
    }
}
