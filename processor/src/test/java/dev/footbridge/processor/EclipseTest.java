package dev.footbridge.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds under javac holds under Eclipse's compiler, where nothing of javac is there. */
final class EclipseTest {

    private static final String RECORDS = """
            package stock;
            import dev.footbridge.constraint.*;
            import dev.footbridge.tool.*;
            import java.util.Optional;
            public record Item(
                @Description("numbered") @Pattern("[A-Z]+") String id,
                @Description("counted") @Min(1) @Max(9) int count,
                @Description("owned") Optional<String> owner) {}
            """;

    private static final String HOME = """
            package shop;
            import dev.footbridge.tool.*;
            @McpTools
            public class Shop {
              /** Orders an item. */
              @Tool public String order(stock.Item item) { return item.id(); }
            }
            """;

    @Test
    void theSameSourceIsWritten(@TempDir Path javacs, @TempDir Path eclipses) throws IOException {
        String orders = Files.readString(Path.of("src/test/resources/golden/OrderTools.java"));

        String byJavac = compile(javacs, ToolProvider.getSystemJavaCompiler(), orders)
                .clean()
                .generated("shop/OrderToolsModule.java");
        String byEclipse =
                compile(eclipses, new EclipseCompiler(), orders).clean().generated("shop/OrderToolsModule.java");

        assertThat(byEclipse).isEqualTo(byJavac);
    }

    @Test
    void recordsOfAJarAreReadWithTheirAnnotations(@TempDir Path jar, @TempDir Path javacs, @TempDir Path eclipses) {
        Workshop.in(jar).source(RECORDS).compile().clean();

        String byJavac = Workshop.in(javacs)
                .seeing(jar)
                .with(new FootbridgeProcessor())
                .source(HOME)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");
        String byEclipse = Workshop.in(eclipses)
                .seeing(jar)
                .by(new EclipseCompiler())
                .with(new FootbridgeProcessor())
                .source(HOME)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");

        assertThat(byJavac).contains("numbered", "counted", "owned", "[A-Z]+");
        assertThat(byEclipse).isEqualTo(byJavac);
    }

    @Test
    void whatARecordOfAJarLacksIsNamedWithItsPlace(@TempDir Path jar, @TempDir Path folder) {
        Workshop.in(jar)
                .source(RECORDS.replace("@Description(\"counted\")", ""))
                .compile()
                .clean();

        for (JavaCompiler compiler : List.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler())) {
            Workshop.Outcome outcome = Workshop.in(folder)
                    .seeing(jar)
                    .by(compiler)
                    .with(new FootbridgeProcessor())
                    .source(HOME)
                    .compile();

            assertThat(outcome.messages(Diagnostic.Kind.ERROR))
                    .singleElement()
                    .asString()
                    .contains("Item.count: 'count' needs a description");
        }
    }

    private static Workshop.Outcome compile(Path folder, JavaCompiler compiler, String source) {
        return Workshop.in(folder)
                .by(compiler)
                .with(new FootbridgeProcessor())
                .source(source)
                .compile();
    }
}
