package dev.footbridge.processor.read;

import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.processor.model.ModuleModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** A class that was written for another framework, given to our processor. Its source is the first. */
record Newcomer(Path folder, String... sources) {

    /** The class as a module. */
    ModuleModel model() {
        Catcher catcher = new Catcher();
        Workshop workshop = Workshop.in(folder).with(catcher);
        List.of(sources).forEach(workshop::source);
        Workshop.Outcome outcome = workshop.compile();
        if (catcher.caught.isEmpty()) {
            throw new AssertionError("there is no module: " + outcome.diagnostics());
        }
        return catcher.caught.get(0);
    }

    /** Errors as {@code line: message}. */
    List<String> errors() {
        return compiled().messages(Diagnostic.Kind.ERROR);
    }

    List<String> warnings() {
        return compiled().messages(Diagnostic.Kind.WARNING);
    }

    /** What becomes of it in a build. */
    Workshop.Outcome compiled() {
        Workshop workshop = Workshop.in(folder).with(new FootbridgeProcessor());
        List.of(sources).forEach(workshop::source);
        return workshop.compile();
    }

    /** Reads the class and keeps the model, where the real processor writes it down. */
    private static final class Catcher extends AbstractProcessor {
        private final List<ModuleModel> caught = new ArrayList<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Dialects.features();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (TypeElement annotation : annotations) {
                if (caught.isEmpty()) {
                    Element marked = round.getElementsAnnotatedWith(annotation)
                            .iterator()
                            .next();
                    read((TypeElement) marked.getEnclosingElement());
                }
            }
            return false;
        }

        private void read(TypeElement home) {
            Compiler compiler = new Compiler(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
            Reports reports = new Reports(processingEnv.getMessager(), home);
            new ModuleReader(compiler, reports, home).read().ifPresent(caught::add);
        }
    }
}
