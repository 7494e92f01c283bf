package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.testkit.author.McpTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open, what is closed and what answers, once a class has moved. */
final class MovingTest {

    private static final String SHOP = """
            package shop;
            import io.quarkiverse.mcp.server.*;
            public class OrderTools {
                @Tool(description = "Finds one order.")
                public String find(@ToolArg(description = "its number") String id,
                                   @ToolArg(description = "a filter", required = false) String filter) {
                    return "order " + id + " by " + filter;
                }
                @Prompt(description = "Greets a guest.")
                public String greet(@PromptArg(description = "who") String guest,
                                    @PromptArg(description = "how", required = false) String tone,
                                    @PromptArg(description = "in what", defaultValue = "en") String language) {
                    return guest + " " + tone + " " + language;
                }
            }
            """;

    private static final String REASON =
            ": nothing enforces it here: take a Call, check call.caller() in the method, and remove it";

    @TempDir
    Path folder;

    @Test
    void aToolAnswersAfterRecompiling() {
        assertThat(tester().call("find", "id", "DE1").text()).isEqualTo("order DE1 by null");
        assertThat(tester().call("find", "id", "DE1", "filter", "Ann").text()).isEqualTo("order DE1 by Ann");
        assertThat(tester().call("find").failed()).isTrue();
    }

    @Test
    void theClassInTheGuideMovesUntouched() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "migrating.md"));
        String before = guide.substring(guide.indexOf("package shop;"), guide.indexOf("```\n\nWhat serves it"));

        Workshop.Outcome outcome = new Newcomer(folder, before).compiled();

        assertThat(outcome.clean().files()).contains("shop/OrderToolsModule.java");
    }

    @Test
    void anArgumentOfAPromptThatIsLeftOutIsNullOrItsDefault() {
        assertThat(tester().getPrompt("greet", "guest", "Ann").text()).isEqualTo("Ann null en");
    }

    @Test
    void aClassOfAnotherFrameworkNeedsOurMarkIfTheBuildSaysSo() {
        String marked = SHOP.replace("public class", "@dev.footbridge.tool.McpTools public class");

        assertThat(builtWithout(SHOP)).doesNotContain("shop/OrderToolsModule.java");
        assertThat(builtWithout(marked)).contains("shop/OrderToolsModule.java");
    }

    @Test
    void ourAnnotationsWinWhereBothStand() {
        Newcomer newcomer = new Newcomer(folder, """
                package shop;
                class Shop {
                    @dev.footbridge.tool.Tool(name = "ours") @io.quarkiverse.mcp.server.Tool(name = "theirs")
                    int count(int parts) { return parts; }
                }
                """);

        assertThat(newcomer.errors())
                .anyMatch(error -> error.contains("tool ours needs a description"))
                .anyMatch(error -> error.contains("'parts' needs a description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.annotation.security.RolesAllowed", "io.quarkus.security.Authenticated"})
    void whatKeptCallersOutIsNeverDroppedSilently(String guard) {
        String simple = guard.substring(guard.lastIndexOf('.') + 1);
        String annotation =
                "package %s;\npublic @interface %s {}\n".formatted(guard.substring(0, guard.lastIndexOf('.')), simple);
        String onMethod = SHOP.replace("@Tool(", "@" + guard + " @Tool(");
        String onClass = SHOP.replace("public class", "@" + guard + " public class");

        assertThat(new Newcomer(folder, onMethod, annotation).errors()).containsExactly("4: @" + simple + REASON);
        assertThat(new Newcomer(folder, onClass, annotation).errors()).containsExactly("3: @" + simple + REASON);
    }

    @Test
    void annotationsOfContainersAreIgnored() {
        String scope = "package jakarta.inject;\npublic @interface Singleton {}\n";
        String injected = "package jakarta.inject;\npublic @interface Inject {}\n";
        String source = SHOP.replace("public class OrderTools {", """
                @jakarta.inject.Singleton public class OrderTools {
                    @jakarta.inject.Inject public OrderTools() {}
                """);

        Workshop.Outcome outcome = new Newcomer(folder, source, scope, injected).compiled();

        assertThat(outcome.clean().files()).contains("shop/OrderToolsModule.java");
    }

    private List<String> builtWithout(String source) {
        return Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .option("-Afootbridge.foreign=off")
                .source(source)
                .compile()
                .clean()
                .files();
    }

    private McpTester tester() {
        Workshop.Outcome outcome = new Newcomer(folder, SHOP).compiled().clean();
        Object tools = outcome.make("shop.OrderTools");
        return McpTester.of(FeatureSet.of((McpModule) outcome.make("shop.OrderToolsModule", tools)));
    }
}
