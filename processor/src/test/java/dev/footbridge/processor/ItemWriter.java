package dev.footbridge.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor: writes the record {@code stock.Item} in the first round. */
final class ItemWriter extends AbstractProcessor {

    static final String ITEM = """
            package stock;
            import dev.footbridge.constraint.*;
            import dev.footbridge.tool.*;
            /** @param id its number */
            @Question public record Item(@Min(1) int id) {}
            """;

    private boolean isWritten;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!isWritten) {
            isWritten = true;
            try (Writer file =
                    processingEnv.getFiler().createSourceFile("stock.Item").openWriter()) {
                file.write(ITEM);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return false;
    }
}
