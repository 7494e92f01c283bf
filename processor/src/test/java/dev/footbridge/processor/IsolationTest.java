package dev.footbridge.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds may run the processor for one class at a time, with everything else compiled before. */
final class IsolationTest {

    private static final String ITEM = """
            package stock;
            import dev.footbridge.constraint.*;
            import dev.footbridge.tool.*;
            import java.util.*;
            @Description("what is sold")
            public record Item(
                @Description("its number") @Pattern("[A-Z]+") String id,
                @Description("its size") @Default("1") @Max(9) int size,
                @Description("its colour") @Example("red") Optional<Colour> colour,
                @Description("what is in it") List<Item> parts) {
              public enum Colour { @Name("red") @Title("Red") RED, BLUE }
            }
            """;

    private static final String PAYMENT = """
            package stock;
            import dev.footbridge.tool.*;
            @Tag("kind")
            public sealed interface Payment {
              @Tag("cash") record Cash(@Description("how much") int amount) implements Payment {}
              record Card(@Description("until when") java.time.YearMonth until) implements Payment {}
            }
            """;

    private static final String DESK = """
            package shop;
            import dev.footbridge.tool.*;
            @McpTools
            public class Desk {
              /** Answers. */
              @Tool public stock.Item answer() { return null; }
            }
            """;

    private static final String SHOP = """
            package shop;
            import dev.footbridge.call.Call;
            import dev.footbridge.tool.*;
            @McpTools
            public class Shop {
              /** Orders. @param item what @param payment how @param note more */
              @Tool public stock.Item order(stock.Item item, stock.Payment payment, Note note) { return item; }
              /** @param text in words */
              public record Note(String text) {}
            }
            """;

    private static final String CHANGED = SHOP.replace("Orders.", "Orders one item.");

    @Test
    void aClassThatIsCompiledAloneGetsTheSameSource(@TempDir Path all, @TempDir Path alone, @TempDir Path allChanged) {
        String first = everything(all, SHOP);

        String again = Workshop.in(alone)
                .seeing(all)
                .with(new FootbridgeProcessor())
                .source(CHANGED)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");

        assertThat(again).isNotEqualTo(first).isEqualTo(everything(allChanged, CHANGED));
    }

    @Test
    void whatIsWrittenNamesTheOneClassItComesFrom(@TempDir Path folder) {
        Wrapped wrapped = new Wrapped(new FootbridgeProcessor());

        Workshop.in(folder)
                .with(wrapped)
                .source(ITEM)
                .source(PAYMENT)
                .source(DESK)
                .source(SHOP)
                .compile()
                .clean();

        assertThat(wrapped.written())
                .containsExactlyInAnyOrder("shop.ShopModule from [shop.Shop]", "shop.DeskModule from [shop.Desk]");
    }

    @Test
    void aBuildToolThatStandsBetweenGetsEverythingButTheChecksOfBodies(@TempDir Path folder) {
        String home = """
                package shop;
                import dev.footbridge.call.Call;
                import dev.footbridge.tool.*;
                @McpTools
                public class Shop {
                  private int count;
                  /** Counts. */
                  @Tool public void count(Call call) { count++; call.confirm("sure", "Sure?"); }
                }
                """;

        Workshop.Outcome own =
                Workshop.in(folder).with(new FootbridgeProcessor()).source(home).compile();
        Workshop.Outcome between = Workshop.in(folder)
                .with(new Wrapped(new FootbridgeProcessor()))
                .source(home)
                .compile();

        assertThat(own.places(Diagnostic.Kind.WARNING)).containsExactly("8:45");
        assertThat(between.clean().files()).contains("shop/ShopModule.class");
    }

    /** No compiler keeps comments in class files. */
    @Test
    void commentsOfAnotherFileAreSeenOnlyTogetherWithIt(@TempDir Path all, @TempDir Path alone) {
        String item = ItemWriter.ITEM;
        String home = DESK.replace("answer()", "answer(stock.Item item)").replace("return null", "return item");
        Workshop.in(all)
                .with(new FootbridgeProcessor())
                .source(item)
                .source(home)
                .compile()
                .clean();

        Workshop.Outcome outcome = Workshop.in(alone)
                .seeing(all)
                .with(new FootbridgeProcessor())
                .source(home)
                .compile();

        assertThat(outcome.messages(Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .endsWith("Item.id: 'id' needs a description, or models guess: write @Description, because Javadoc of"
                        + " another file is not seen when this class is compiled without it");
    }

    @Test
    void gradleIsToldSo() throws IOException {
        try (InputStream file =
                FootbridgeProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(file).isNotNull();
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(FootbridgeProcessor.class.getName() + ",isolating");
        }
    }

    private static String everything(Path folder, String shop) {
        return Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(ITEM)
                .source(PAYMENT)
                .source(DESK)
                .source(shop)
                .compile()
                .clean()
                .generated("shop/ShopModule.java");
    }
}
