package dev.footbridge.verification;

import dev.footbridge.processor.FootbridgeProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java in documents: found, and compiled with the processor. */
final class Snippets {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private Snippets() {}

    /** The pieces of a document, in its order. */
    static List<String> of(String document) {
        return JAVA.matcher(document).results().map(piece -> piece.group(1)).toList();
    }

    /** What a reader imports without being told. */
    static final String IMPORTS = """
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
            import java.util.concurrent.*;
            import java.util.function.*;
            import org.jspecify.annotations.Nullable;
            """;

    /**
     * What the compiler and the processor say, warnings too; empty if nothing.
     *
     * @param sources whole files, each with a package
     */
    static String complaints(List<String> sources, Path classes) {
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

    /** Runs what was compiled into the folder. */
    static void run(String name, Path classes) throws IOException, ReflectiveOperationException {
        URL[] where = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(where, Snippets.class.getClassLoader())) {
            Runnable piece =
                    (Runnable) loader.loadClass(name).getDeclaredConstructor().newInstance();
            piece.run();
        }
    }
}
