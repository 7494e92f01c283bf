package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.FootbridgeProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from the guide has to compile, and nothing in it may be a mistake to the processor. */
class ToolsGuideTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String IMPORTS = """
            import static dev.footbridge.feature.Effect.*;
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.footbridge.argument.*;
            import dev.footbridge.call.*;
            import dev.footbridge.constraint.*;
            import dev.footbridge.feature.*;
            import dev.footbridge.json.*;
            import dev.footbridge.testkit.author.*;
            import dev.footbridge.tool.*;
            import dev.footbridge.tool.Prompt;
            import dev.footbridge.tool.Question;
            import dev.footbridge.tool.Resource;
            import dev.footbridge.tool.Tool;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import java.util.function.*;
            import org.jspecify.annotations.Nullable;
            """;

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

        assertThat(complaints(sources, classes)).isEmpty();
        assertThat(sources).hasSizeGreaterThan(8);
    }

    private static List<String> sources(String guide) {
        List<String> sources = new ArrayList<>();
        Matcher pieces = JAVA.matcher(guide);
        String home = "";
        while (pieces.find()) {
            String piece = pieces.group(1);
            if (piece.startsWith("package ")) {
                sources.add(piece);
                home = piece.replaceAll("(?s)^package (\\w+);.*", "$1");
            } else if (piece.contains("\n@") || piece.startsWith("@")) {
                String name = "guide.p" + sources.size();
                sources.add("package " + name + ";\n" + IMPORTS + "@McpTools\nclass Piece {\n" + SHOP + piece + "}\n");
                home = piece.contains("cancelOrder") ? name : home;
            } else {
                sources.add("package " + home + ";\n" + IMPORTS + statements(piece, sources.size()));
            }
        }
        return sources;
    }

    private static String statements(String piece, int number) {
        String tools = piece.contains("Piece") ? "Piece tools = new Piece();\n" : "";
        return "class Use" + number + (piece.contains("Piece") ? " extends Piece" : "") + " {\nvoid run() {\n" + tools
                + piece + "}\n}\n";
    }

    private static String complaints(List<String> sources, Path classes) {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            String name = source.replaceAll("(?s)^package ([\\w.]+);.*?class (\\w+).*", "$1.$2")
                    .replace('.', '/');
            files.add(new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            });
        }
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String folder = classes.toString();
        List<String> options =
                List.of("-d", folder, "-s", folder, "-parameters", "-cp", System.getProperty("java.class.path"));
        JavaCompiler.CompilationTask task = compiler.getTask(said, null, null, options, null, files);
        task.setProcessors(List.of(new FootbridgeProcessor()));
        return task.call() ? said.toString() : "not compiled: " + said;
    }
}
