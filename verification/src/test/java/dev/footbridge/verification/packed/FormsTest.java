package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The archives that are packed with the function: used where they fit, and left aside where they do not. */
@EnabledIfSystemProperty(named = "footbridge.lambda.forms", matches = ".+")
final class FormsTest {

    private RuntimeEmulator runtime;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyClassOfOursComesFromTheArchive(Form form) throws Exception {
        expect(form, form.made(), Environment.java(), true, "Hello, Ada!");
    }

    /** The virtual machine itself would run what is in the archive, and say nothing. */
    @ParameterizedTest
    @EnumSource
    void aJarThatWasRebuiltIsWhatRuns(Form form) throws Exception {
        Path task = form.copy(folder.resolve("task"));
        Form.rebuild(task, folder.resolve("classes"));

        expect(form, task, Environment.java(), false, "Rebuilt!");
    }

    @ParameterizedTest
    @EnumSource
    void aJarThatWasAddedPutsTheArchiveAside(Form form) throws Exception {
        Path task = form.copy(folder.resolve("task"));
        try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
            Files.copy(jars.sorted().findFirst().orElseThrow(), task.resolve("lib/another.jar"));
        }

        expect(form, task, Environment.java(), false, "Hello, Ada!");
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheArchiveItStartsAsBefore(Form form) throws Exception {
        Path task = form.copy(folder.resolve("task"));
        Files.delete(task.resolve("archive.aot"));

        expect(form, task, Environment.java(), false, "Hello, Ada!");
    }

    @ParameterizedTest
    @EnumSource(names = "CUSTOM", mode = EnumSource.Mode.EXCLUDE)
    void anUpdatedRuntimePutsTheArchiveAside(Form form) throws Exception {
        expect(form, form.made(), another(), false, "Hello, Ada!");
    }

    @Test
    void aPackageMovedElsewhereUsesItsArchive() throws Exception {
        expect(Form.CUSTOM, Form.CUSTOM.copy(folder.resolve("moved")), Environment.java(), true, "Hello, Ada!");
    }

    private void expect(Form form, Path task, String java, boolean archived, String answer) throws Exception {
        Path loaded = folder.resolve("loaded");
        try (Environment environment = form.start(task, java, loaded, runtime.endpoint())) {
            assertThat(Events.call(runtime, "greet", JsonObject.of("name", "Ada"))
                            .text())
                    .as(environment.log())
                    .contains(answer);
            // Standard output is the function's log, where a line of the virtual machine would be no JSON.
            assertThat(environment.log().lines().filter(line -> line.startsWith("[")))
                    .isEmpty();
        }
        form.expectArchived(loaded, archived);
    }

    /** A Java that is another by what it says of itself. */
    private String another() throws IOException {
        Path java = Path.of(System.getProperty("java.home"));
        String release =
                Files.readString(java.resolve("release")).replaceFirst("JAVA_VERSION=\"(\\d+)", "JAVA_VERSION=\"$1.99");
        return Form.standIn(folder.resolve("another"), java, release).toString();
    }
}
