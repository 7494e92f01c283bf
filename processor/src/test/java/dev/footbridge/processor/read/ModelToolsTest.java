package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.ToolModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes whose tools were written for a model of the same program: those of Spring AI and of LangChain4j. */
final class ModelToolsTest {

    private static final String LANGCHAIN4J = """
            package shop;
            import dev.langchain4j.agent.tool.*;
            import dev.langchain4j.model.output.structured.Description;
            class Shop {
                @Tool({"Finds one order.", "Use it for numbers."})
                Order find(@P("its number") String id,
                           @P(name = "max", description = "how many lines", defaultValue = "10") int limit,
                           @P(value = "a filter", required = false) String filter) { return null; }

                @Tool(name = "note_it", value = "Notes something.")
                void note(@P("the words") String text) {}

                @Description("one order")
                record Order(@Description({"its", "number"}) String id) {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void toolsOfSpringAiAreTheSame() {
        ModuleModel model = new Newcomer(folder, """
                package shop;
                import org.springframework.ai.tool.annotation.*;
                class Shop {
                    @Tool(name = "find_order", description = "Finds one order.")
                    String find(@ToolParam(description = "its number") String id,
                                @ToolParam(description = "how many lines", required = false) Integer limit) { return ""; }

                    /** Notes something. @param text the words */
                    @Tool void note(String text) {}
                }
                """).model();

        assertThat(model.tools())
                .extracting(ToolModel::name, ToolModel::description, ToolModel::effect)
                .containsExactly(
                        tuple("find_order", "Finds one order.", "DESTRUCTIVE"),
                        tuple("note", "Notes something.", "DESTRUCTIVE"));
        assertThat(model.tools().get(0).arguments().members())
                .extracting(Member::wireName, Member::description, Member::occurrence)
                .containsExactly(
                        tuple("id", "its number", Occurrence.REQUIRED),
                        tuple("limit", "how many lines", Occurrence.NULLABLE));
        assertThat(model.tools().get(1).arguments().members())
                .extracting(Member::description)
                .containsExactly("the words");
    }

    @Test
    void toolsOfLangChain4jAreTheSame() {
        ModuleModel model = new Newcomer(folder, LANGCHAIN4J).model();

        assertThat(model.tools())
                .extracting(ToolModel::name, ToolModel::description)
                .containsExactly(
                        tuple("find", "Finds one order.\nUse it for numbers."), tuple("note_it", "Notes something."));
        assertThat(model.tools().get(0).arguments().members())
                .extracting(Member::wireName, Member::description, Member::occurrence)
                .containsExactly(
                        tuple("id", "its number", Occurrence.REQUIRED),
                        tuple("max", "how many lines", Occurrence.DEFAULTED),
                        tuple("filter", "a filter", Occurrence.NULLABLE));
        assertThat(model.definitions().get("Order").description()).isEqualTo("one order");
    }

    @Test
    void aToolNeedsADescriptionInAnyDialect() {
        Newcomer newcomer = new Newcomer(folder, """
                package shop;
                class Shop {
                    @dev.langchain4j.agent.tool.Tool void note() {}
                }
                """);

        assertThat(newcomer.errors()).singleElement().asString().startsWith("3: tool note needs a description");
    }

    @Test
    void whatReturnsDirectlyOrRemembersIsNotOverlooked() {
        Newcomer newcomer = new Newcomer(folder, """
                package shop;
                import dev.langchain4j.agent.tool.*;
                class Shop {
                    @Tool(value = "Notes.", returnBehavior = ReturnBehavior.IMMEDIATE)
                    void note(@ToolMemoryId String memory) {}
                }
                """);

        assertThat(newcomer.errors())
                .containsExactly("5: @ToolMemoryId: there is no memory here: take a Call, which knows the caller");
        assertThat(newcomer.warnings())
                .containsExactly("4: 'returnBehavior' of @Tool is not read here and does nothing");
    }
}
