package dev.footbridge.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles source text in memory, with processors or without, and loads what came out. */
public final class Workshop {

    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Processor> processors = new ArrayList<>();
    private final StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
    private String release = "17";
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> extras = new ArrayList<>();

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /** @param folder a fresh one, for classes and generated sources */
    public static Workshop in(Path folder) {
        return new Workshop(folder);
    }

    /** Adds a source; its name is taken from its package and its first type. */
    public Workshop source(String text) {
        sources.put(nameOf(text), text);
        return this;
    }

    public Workshop with(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Works with another compiler than javac. */
    public Workshop by(JavaCompiler other) {
        compiler = other;
        return this;
    }

    /** Takes the language of the running JDK, and not of 17. */
    public Workshop newest() {
        release = Integer.toString(Runtime.version().feature());
        return this;
    }

    /** Sees what was compiled before. */
    public Workshop seeing(Path classes) {
        classPath.append(File.pathSeparator).append(classes);
        return this;
    }

    /** Adds an option of the compiler, such as {@code -Akey=value}. */
    public Workshop option(String option) {
        extras.add(option);
        return this;
    }

    /** Compiles everything, with all lints on. */
    public Outcome compile() {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(
                "--release",
                release,
                "-parameters",
                compiler instanceof EclipseCompiler ? "-nowarn" : "-Xlint:all,-processing,-options,-classfile",
                "-d",
                folder.toString(),
                "-s",
                folder.toString(),
                "-classpath",
                classPath.toString()));
        options.addAll(extras);
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(unit(name, text)));
        JavaCompiler.CompilationTask task = compiler.getTask(Writer.nullWriter(), null, found, options, null, units);
        task.setProcessors(processors);
        boolean compiled = task.call();
        return new Outcome(folder, compiled, found.getDiagnostics());
    }

    /** Eclipse's compiler reads files only. */
    private JavaFileObject unit(String name, String text) {
        if (!(compiler instanceof EclipseCompiler)) {
            return new Source(name, text);
        }
        try {
            Path file = folder.resolve("sources").resolve(name + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return compiler.getStandardFileManager(null, null, null)
                    .getJavaFileObjects(file)
                    .iterator()
                    .next();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String nameOf(String text) {
        String home = text.contains("package ")
                ? text.replaceAll("(?s).*?package\\s+([\\w.]+);.*", "$1").replace('.', '/') + '/'
                : "";
        return home + text.replaceAll("(?s).*?(?:class|interface|record|enum)\\s+(\\w+).*", "$1");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** What came of a compilation. */
    public record Outcome(Path folder, boolean compiled, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

        /** The messages of one kind, each as {@code line: message}. */
        public List<String> messages(Diagnostic.Kind kind) {
            return diagnostics.stream()
                    .filter(found -> found.getKind() == kind)
                    .map(found -> found.getLineNumber() + ": " + found.getMessage(Locale.ROOT))
                    .toList();
        }

        /** Where something is shown, each as {@code line:column}, in the order of the source. */
        public List<String> places(Diagnostic.Kind kind) {
            return diagnostics.stream()
                    .filter(found -> found.getKind() == kind)
                    .sorted(Comparator.<Diagnostic<?>>comparingLong(Diagnostic::getLineNumber)
                            .thenComparingLong(Diagnostic::getColumnNumber))
                    .map(found -> found.getLineNumber() + ":" + found.getColumnNumber())
                    .toList();
        }

        /** Fails unless it compiled without an error or a warning. */
        public Outcome clean() {
            if (!compiled || !diagnostics.isEmpty()) {
                List<String> words = diagnostics.stream()
                        .map(found ->
                                found.getKind() + " " + found.getLineNumber() + ": " + found.getMessage(Locale.ROOT))
                        .toList();
                throw new AssertionError("expected to compile without a word, but: " + words);
            }
            return this;
        }

        /** A generated source, by its path below the folder. */
        public String generated(String path) {
            try {
                return Files.readString(folder.resolve(path));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        /** Paths of everything that was written, classes and sources. */
        public List<String> files() {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString())
                        .sorted()
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** A compiled class, loaded anew. */
        public Class<?> type(String className) {
            try {
                URL[] path = {folder.toUri().toURL()};
                @SuppressWarnings("resource") // lives as long as its classes
                ClassLoader loader = new URLClassLoader(path, Workshop.class.getClassLoader());
                return loader.loadClass(className);
            } catch (ReflectiveOperationException | IOException failure) {
                throw new AssertionError(failure);
            }
        }

        /** A new object of a compiled class, by its constructor without parameters or with one. */
        public Object make(String className, Object... arguments) {
            try {
                Class<?> type = arguments.length == 0
                        ? type(className)
                        : arguments[0].getClass().getClassLoader().loadClass(className);
                return type.getConstructors()[0].newInstance(arguments);
            } catch (ReflectiveOperationException failure) {
                throw new LinkageError(className, failure);
            }
        }
    }
}
