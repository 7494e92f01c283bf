package dev.footbridge.processor;

import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.read.Compiler;
import dev.footbridge.processor.read.ModuleReader;
import dev.footbridge.processor.read.Reports;
import dev.footbridge.processor.write.ModuleWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Writes, for every class marked {@code @McpTools}, the module that serves it. What it writes for a class depends on
 * that class and the types it names alone, so builds may run it for one class at a time.
 */
public final class FootbridgeProcessor extends AbstractProcessor {

    private static final String PREFIX = "dev.footbridge.tool.";

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(PREFIX + "*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> homes = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            boolean marksClasses = annotation.getQualifiedName().contentEquals(PREFIX + "McpTools");
            if (marksClasses) {
                round.getElementsAnnotatedWith(annotation).forEach(home -> homes.add((TypeElement) home));
            }
        }
        homes.forEach(this::serve);
        return false;
    }

    private void serve(TypeElement home) {
        Reports reports = new Reports(processingEnv.getMessager(), home);
        Compiler compiler = new Compiler(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        new ModuleReader(compiler, reports, home).read().ifPresent(module -> write(module, home, reports));
    }

    private void write(ModuleModel module, Element home, Reports reports) {
        String name =
                module.packageName().isEmpty() ? module.moduleName() : module.packageName() + "." + module.moduleName();
        try (Writer file = processingEnv.getFiler().createSourceFile(name, home).openWriter()) {
            file.write(ModuleWriter.write(module));
        } catch (IOException failure) {
            reports.error(home, name + " cannot be written: " + failure.getMessage());
        }
    }
}
