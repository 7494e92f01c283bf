package dev.footbridge.verification.packed;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The unzipped package, and copies of it with a class of another author: classes at the top go before those of jars.
 */
final class Task {

    /** Where verification/lambda-runtime has unzipped the package. */
    static final Path PACKED = Path.of(System.getProperty("footbridge.lambda.task", "nowhere"));

    /** An app with one tool, which says that it is half done, and is done when the file {@code GATE} is there. */
    static final String SLOW_APP = """
            package dev.footbridge.app;

            import dev.footbridge.feature.FeatureSet;
            import dev.footbridge.feature.Tool;
            import dev.footbridge.feature.ToolResult;
            import dev.footbridge.protocol.Implementation;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.Optional;

            public final class App {
                public static final Implementation SELF = Implementation.of("slow", "1");

                public static App open(AppSettings settings) {
                    return new App();
                }

                public FeatureSet features() {
                    return FeatureSet.builder().tool(Tool.named("slow").describedAs("Is slow.").calls((in, call) -> {
                        call.progress(1, 2, "half");
                        while (!Files.exists(Path.of(System.getenv("GATE")))) {
                            Thread.sleep(10);
                        }
                        return ToolResult.text("finished");
                    })).build();
                }

                public Optional<String> instructions() {
                    return Optional.empty();
                }
            }
            """;

    /** Hooks of which the later one fails. */
    static final String FAILING_HOOKS = """
            package dev.footbridge.aws;

            final class SnapshotHooks implements dev.footbridge.aws.runtime.RuntimeLoop.Hooks {
                SnapshotHooks(
                        Primer primer,
                        dev.footbridge.aws.sigv4.AwsAccount account,
                        java.time.InstantSource clock,
                        dev.footbridge.log.Log log) {}

                @Override
                public void beforeSnapshot() {}

                @Override
                public void afterRestore() {
                    throw new IllegalStateException("no entropy");
                }
            }
            """;

    private Task() {}

    /** A copy with that class, compiled against what is packed. */
    static Path with(Path folder, String name, String source) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (Stream<Path> all = Files.walk(PACKED)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PACKED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                copy.toFile().setExecutable(Files.isExecutable(file));
            }
        }
        compile(folder, folder, name, source);
        return folder;
    }

    /** Compiles a class against what is packed in a task, into a folder. */
    static void compile(Path task, Path folder, String name, String source) throws IOException {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        String jars;
        try (Stream<Path> libraries = Files.list(task.resolve("lib"))) {
            jars = libraries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        StringWriter said = new StringWriter();
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", jars, "--release", "17"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        if (!compiled) {
            throw new AssertionError(said.toString());
        }
    }
}
