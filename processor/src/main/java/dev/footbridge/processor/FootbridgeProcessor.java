package dev.footbridge.processor;

import dev.footbridge.processor.body.BodyChecks;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.read.Compiler;
import dev.footbridge.processor.read.Dialects;
import dev.footbridge.processor.read.MissingTypes;
import dev.footbridge.processor.read.ModuleReader;
import dev.footbridge.processor.read.Owners;
import dev.footbridge.processor.read.Reports;
import dev.footbridge.processor.write.ModuleWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Writes, for every class marked {@code @McpTools} and every class with methods that another framework's annotations
 * mark, the module that serves it. What it writes for a class depends on that class and the types it names alone, so
 * builds may run it for one class at a time. With {@code -Afootbridge.foreign=off} classes need {@code @McpTools}.
 */
public final class FootbridgeProcessor extends AbstractProcessor {

    private static final String PREFIX = "dev.footbridge.tool.";
    private static final String FOREIGN = "footbridge.foreign";

    private final Set<String> waiting = new LinkedHashSet<>();
    private BodyChecks bodies = (home, questions) -> {};

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        bodies = BodyChecks.in(environment);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> supported = new LinkedHashSet<>(Dialects.features());
        supported.add(PREFIX + "*");
        return supported;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(FOREIGN);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean readsForeign = !"off".equals(processingEnv.getOptions().get(FOREIGN));
        Set<TypeElement> homes = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            String name = annotation.getQualifiedName().toString();
            boolean marksMethods = readsForeign && Dialects.features().contains(name);
            if (marksMethods || name.equals(PREFIX + "McpTools")) {
                round.getElementsAnnotatedWith(annotation)
                        .forEach(marked -> home(marked).ifPresent(homes::add));
            }
        }
        for (TypeElement annotation : annotations) {
            if (Dialects.ours().contains(annotation.getQualifiedName().toString())) {
                round.getElementsAnnotatedWith(annotation).forEach(marked -> warnOfLost(marked, homes));
            }
        }
        waiting.forEach(name -> homes.add(processingEnv.getElementUtils().getTypeElement(name)));
        waiting.clear();
        // In the last round nothing can be written, and the compiler itself says which types there are not.
        if (!round.processingOver()) {
            homes.forEach(this::serveOnceComplete);
        }
        return false;
    }

    /** A method of ours in a class that nothing serves: what extends that class does not serve it either. */
    private void warnOfLost(Element marked, Set<TypeElement> homes) {
        Element home = Owners.of(marked);
        if (!homes.contains(home)) {
            new Reports(processingEnv.getMessager(), home)
                    .warning(marked, "this is not served: " + home.getSimpleName() + " has no @McpTools");
        }
    }

    /** Types that another processor writes in this round are there in the next. */
    private void serveOnceComplete(TypeElement home) {
        if (MissingTypes.areIn(home)) {
            waiting.add(home.getQualifiedName().toString());
        } else {
            serve(home);
        }
    }

    /** The class itself, or the one that a method is in; annotations that carry the annotation are in none. */
    private static Optional<TypeElement> home(Element marked) {
        Element home = marked.getKind() == ElementKind.METHOD ? Owners.of(marked) : marked;
        return home.getKind() == ElementKind.ANNOTATION_TYPE ? Optional.empty() : Optional.of((TypeElement) home);
    }

    private void serve(TypeElement home) {
        Reports reports = new Reports(processingEnv.getMessager(), home);
        Compiler compiler = new Compiler(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        new ModuleReader(compiler, reports, home).read().ifPresent(module -> write(module, home, reports));
    }

    private void write(ModuleModel module, TypeElement home, Reports reports) {
        bodies.expect(
                home, module.questions().stream().map(Definition::javaType).collect(Collectors.toUnmodifiableSet()));
        String name =
                module.packageName().isEmpty() ? module.moduleName() : module.packageName() + "." + module.moduleName();
        try (Writer file = processingEnv.getFiler().createSourceFile(name, home).openWriter()) {
            file.write(ModuleWriter.write(module));
        } catch (IOException failure) {
            reports.error(home, name + " cannot be written: " + failure.getMessage());
        }
    }
}
