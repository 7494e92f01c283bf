package dev.footbridge.benchmarks.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A server that was compiled, with Footbridge's annotation processor, to a jar of its own.
 *
 * @param classes the folder of its classes
 * @param jar the same in a jar
 */
record GeneratedServer(Path classes, Path jar) {

    /** Names in the constant pool of a class that looks something up by name, and calls or reads it. */
    private static final List<String> MEANS = List.of(
            "java/lang/reflect/", "forName", "getMethods", "getDeclared", "getRecordComponents", "getConstructor");

    private static final String PROCESSOR = "dev.footbridge.processor.FootbridgeProcessor";

    /**
     * Compiles against the class path of this process.
     *
     * @param sources text by class name
     * @param folder a new one is made where there is none
     */
    static GeneratedServer compiled(Map<String, String> sources, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(sources, classes);
        Path jar = folder.resolve("generated.jar");
        pack(classes, jar);
        return new GeneratedServer(classes, jar);
    }

    /** True if a class of the server, or of what it was compiled against, names a means of reflection. */
    boolean reflects(String className) {
        String file = className.replace('.', '/') + ".class";
        Path own = classes.resolve(file);
        try (InputStream in = Files.exists(own)
                ? Files.newInputStream(own)
                : Objects.requireNonNull(GeneratedServer.class.getClassLoader().getResourceAsStream(file), file)) {
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return MEANS.stream().anyMatch(constants::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void compile(Map<String, String> sources, Path classes) {
        List<String> options = List.of(
                "--release",
                "17",
                "-processor",
                PROCESSOR,
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<JavaFileObject> units = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Text(source.getKey(), source.getValue()))
                .toList();
        if (!compiler.getTask(said, null, null, options, null, units).call()) {
            throw new IllegalStateException("the generated server does not compile:\n" + said);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
