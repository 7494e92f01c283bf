package dev.footbridge.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** A processor as Gradle runs it: what it gets is not the compiler's own, and what it writes is noted down. */
final class Wrapped extends AbstractProcessor {

    private final Processor processor;
    private final List<String> written = new ArrayList<>();

    Wrapped(Processor processor) {
        this.processor = processor;
    }

    /** What was written, each as {@code name from its origins}. */
    List<String> written() {
        return List.copyOf(written);
    }

    @Override
    public void init(ProcessingEnvironment compilers) {
        super.init(compilers);
        processor.init(new Environment(compilers));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    private final class Environment implements ProcessingEnvironment {
        private final ProcessingEnvironment inner;

        Environment(ProcessingEnvironment inner) {
            this.inner = inner;
        }

        @Override
        public Map<String, String> getOptions() {
            return inner.getOptions();
        }

        @Override
        public Messager getMessager() {
            return inner.getMessager();
        }

        @Override
        public Filer getFiler() {
            return new Files(inner.getFiler());
        }

        @Override
        public Elements getElementUtils() {
            return inner.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return inner.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return inner.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return inner.getLocale();
        }
    }

    /** Isolating processors write sources only, each of one class. */
    private final class Files implements Filer {
        private final Filer inner;

        Files(Filer inner) {
            this.inner = inner;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
            written.add(name + " from " + List.of(origins));
            return inner.createSourceFile(name, origins);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... origins) {
            throw new AssertionError(name);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence folder, CharSequence name, Element... origins) {
            throw new AssertionError(name);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence folder, CharSequence name) {
            throw new AssertionError(name);
        }
    }
}
