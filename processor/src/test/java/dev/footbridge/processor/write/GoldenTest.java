package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for one class with a little of everything; {@code -Dgolden.write=true} writes it anew. */
final class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @Test
    void sourceIsWrittenExactlyLikeThis() throws IOException {
        String source = Files.readString(FOLDER.resolve("OrderTools.java"));
        Workshop workshop = Workshop.in(folder).source(source).with(new FootbridgeProcessor());

        String written = workshop.compile().clean().generated("shop/OrderToolsModule.java");

        Path golden = FOLDER.resolve("OrderToolsModule.java");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }
}
