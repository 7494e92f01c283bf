package dev.footbridge.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class is served in the round in which all its types are there. */
final class RoundsTest {

    private static final String HEAD = """
            package shop;
            import dev.footbridge.call.Call;
            import dev.footbridge.tool.*;
            import java.util.*;
            import stock.Item;
            """;

    private static final String INSIDE = HEAD + """
            @McpTools
            public class Shop {
              /** Orders. @param order what */
              @Tool public void order(Optional<Order> order) {}
              /** @param items all of them */
              public record Order(List<Item> items) {}
            }
            """;

    private static final String ASKED_FOR = HEAD + """
            @McpTools(asks = Item.class)
            public class Shop {
              /** Orders. */
              @Tool public void order(Call call) {}
            }
            """;

    @Test
    void aToolInAClassThatNothingServesIsWarnedOf(@TempDir Path folder) {
        Workshop lost = Workshop.in(folder).with(new FootbridgeProcessor()).source("""
                package shop;
                import dev.footbridge.tool.*;
                public class Shop {
                  /** Orders. */
                  @Tool public void order() {}
                  abstract static class Base { /** Counts. */ @Tool public void count() {} }
                  @McpTools public static class Served extends Base {}
                }
                """);

        assertThat(lost.compile().messages(Diagnostic.Kind.WARNING))
                .containsExactlyInAnyOrder(
                        "5: this is not served: Shop has no @McpTools", "6: this is not served: Base has no @McpTools");
    }

    @Test
    void aTypeThatAnotherProcessorWritesIsWaitedFor(@TempDir Path javacs, @TempDir Path eclipses) {
        String byJavac = withItem(javacs, ToolProvider.getSystemJavaCompiler(), INSIDE);
        String byEclipse = withItem(eclipses, new EclipseCompiler(), INSIDE);

        assertThat(byJavac).contains("its number");
        assertThat(byEclipse).isEqualTo(byJavac);
    }

    @Test
    void aQuestionThatAnotherProcessorWritesIsWaitedFor(@TempDir Path javacs, @TempDir Path eclipses) {
        String byJavac = withItem(javacs, ToolProvider.getSystemJavaCompiler(), ASKED_FOR);
        String byEclipse = withItem(eclipses, new EclipseCompiler(), ASKED_FOR);

        assertThat(byJavac).contains("its number");
        assertThat(byEclipse).isEqualTo(byJavac);
    }

    @Test
    void ofATypeThatNobodyWritesOnlyTheCompilerComplains(@TempDir Path folder) {
        Workshop.Outcome outcome = Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(INSIDE)
                .compile();

        assertThat(outcome.messages(Diagnostic.Kind.ERROR))
                .hasSize(2)
                .anyMatch(error -> error.startsWith("5: package stock does not exist"))
                .anyMatch(error -> error.startsWith("11: cannot find symbol"));
    }

    private static String withItem(Path folder, JavaCompiler compiler, String source) {
        return Workshop.in(folder)
                .by(compiler)
                .with(new FootbridgeProcessor())
                .with(new ItemWriter())
                .source(source)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");
    }
}
