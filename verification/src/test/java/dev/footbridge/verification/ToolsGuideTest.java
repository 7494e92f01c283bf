package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from the guide has to compile, and nothing in it may be a mistake to the processor. */
class ToolsGuideTest {

    /** What the guide takes for granted. */
    private static final String SHOP = """
                interface Orders {
                    List<Order> find(Record search);
                    Optional<Order> find(String id);
                    Order byId(String id);
                    Cancelled cancel(Order order, String why);
                    List<String> numbersThatBeginWith(String typed);
                }
                interface Customers { void change(long id, UnaryOperator<String> phone); }
                interface Rates { BigDecimal of(int grams); }
                record Order(String id, int lines) {}
                record Cancelled(String id) {}
                Orders orders;
                Customers customers;
                Rates rates;
            """;

    @Test
    void everyPieceOfJavaCompiles(@TempDir Path classes) throws IOException {
        List<String> sources = sources(Files.readString(Path.of("..", "docs", "tools.md")));

        assertThat(Snippets.complaints(sources, classes)).isEmpty();
        assertThat(sources).hasSizeGreaterThan(8);
    }

    private static List<String> sources(String guide) {
        List<String> sources = new ArrayList<>();
        String home = "";
        for (String piece : Snippets.of(guide)) {
            if (piece.startsWith("package ")) {
                sources.add(piece);
                home = piece.replaceAll("(?s)^package (\\w+);.*", "$1");
            } else if (piece.contains("\n@") || piece.startsWith("@")) {
                String name = "guide.p" + sources.size();
                sources.add("package " + name + ";\n" + Snippets.IMPORTS + "@McpTools\nclass Piece {\n" + SHOP + piece
                        + "}\n");
                home = piece.contains("cancelOrder") ? name : home;
            } else {
                sources.add("package " + home + ";\n" + Snippets.IMPORTS + statements(piece, sources.size()));
            }
        }
        return sources;
    }

    private static String statements(String piece, int number) {
        String tools = piece.contains("Piece") ? "Piece tools = new Piece();\n" : "";
        return "class Use" + number + (piece.contains("Piece") ? " extends Piece" : "") + " {\nvoid run() {\n" + tools
                + piece + "}\n}\n";
    }
}
