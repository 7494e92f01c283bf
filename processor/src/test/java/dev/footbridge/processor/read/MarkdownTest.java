package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Since Java 23 a documentation comment may be written in Markdown. */
@EnabledForJreRange(min = JRE.JAVA_23)
final class MarkdownTest {

    private static final String SHOP = """
            package shop;
            import dev.footbridge.tool.*;
            @McpTools
            public class Shop {
              /// Orders one item.
              ///
              /// - at once
              /// - for `good`
              /// @param order what @param times how often
              @Tool public void order(Order order, int times) {}
              /// What is wanted.
              /// @param item its number
              public record Order(String item) {}
            }
            """;

    @Test
    void commentsInMarkdownAreRead(@TempDir Path folder) {
        String written = Workshop.in(folder)
                .newest()
                .with(new FootbridgeProcessor())
                .source(SHOP)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");

        assertThat(written).contains("Orders one item.\\\\n\\\\n- at once\\\\n- for `good`", "its number", "often");
    }
}
