package dev.footbridge.function.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.function.deployed.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a class loader of a platform, which has the package and loads it with its own. */
final class TwinTest {

    @TempDir
    private Path task;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final PrintStream troubles = new PrintStream(lines, true, StandardCharsets.UTF_8);
    private Path lib;

    @BeforeEach
    void stage() throws IOException {
        lib = Files.createDirectory(task.resolve("lib"));
        Packages.folder(task, Entry.class);
        Packages.folder(task, Entry.Broken.class);
        Packages.jar(lib.resolve("part.jar"), Entry.Part.class);
    }

    @Test
    void theTwinAndAllItNeedsComeFromThePackage() throws Exception {
        Optional<Object> twin = twin(Entry.class);

        assertThat(twin).isPresent();
        assertThat(((Supplier<?>) twin.get()).get()).isEqualTo("package package part");
    }

    @Test
    void aJarWithLibrariesBesideItIsAPackageToo() throws Exception {
        Path jar = task.resolve("function.jar");
        Packages.jar(jar, Entry.class);
        try (URLClassLoader platform = platform(jar.toUri().toURL())) {
            Optional<Object> twin = Twin.of(platform.loadClass(Entry.class.getName()), List.of(), troubles);

            assertThat(((Supplier<?>) twin.orElseThrow()).get()).isEqualTo("package package part");
        }
    }

    @Test
    void whatItsConstructorThrowsIsThrown() {
        assertThatThrownBy(() -> twin(Entry.Broken.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FOOTBRIDGE_AUTH is missing");
    }

    @Test
    void aTwinHasNone() throws Exception {
        Object twin = twin(Entry.class).orElseThrow();

        assertThat(Twin.of(twin.getClass(), List.of(), troubles)).isEmpty();
    }

    @Test
    void whatTheClassPathHasOrHasNoLibrariesBesideItHasNone() throws Exception {
        assertThat(Twin.of(Entry.class, List.of(), troubles)).isEmpty();

        Files.delete(lib.resolve("part.jar"));
        assertThat(twin(Entry.class)).isEmpty();
        Files.delete(lib);
        assertThat(twin(Entry.class)).isEmpty();
    }

    @Test
    void aLibraryThatCannotBeReadIsLeftToThePlatformWithOneWarning() throws Exception {
        Files.writeString(lib.resolve("broken.jar"), "this is no jar at all, but it is long enough");

        assertThat(twin(Entry.class)).isEmpty();

        assertThat(lines.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("\"level\":\"WARN\"", "the platform loads the classes", "broken.jar: it has no directory");
    }

    @Test
    void servicesThatLibrariesLookForAreThoseOfThePackage() throws Exception {
        Packages.jar(lib.resolve("services.jar"), Entry.Service.class, Entry.Provided.class);
        Packages.folder(task, Entry.Looking.class);
        Path services = Files.createDirectories(task.resolve("META-INF/services"));
        Files.writeString(services.resolve(Entry.Service.class.getName()), Entry.Provided.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL jar = lib.resolve("services.jar").toUri().toURL();
        try (URLClassLoader platform = platform(task.toUri().toURL(), jar)) {
            thread.setContextClassLoader(platform);

            Optional<Object> twin = Twin.of(platform.loadClass(Entry.Looking.class.getName()), List.of(), troubles);

            assertThat(((Supplier<?>) twin.orElseThrow()).get()).isEqualTo("package");
            assertThat(thread.getContextClassLoader()).isSameAs(platform);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Optional<Object> twin(Class<?> type) throws Exception {
        try (URLClassLoader platform = platform(task.toUri().toURL())) {
            return Twin.of(platform.loadClass(type.getName()), List.of(), troubles);
        }
    }

    /** Sees nothing of these tests but what a twin shares. */
    private static URLClassLoader platform(URL... places) {
        ClassLoader ours = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith(Entry.class.getName())) {
                    throw new ClassNotFoundException(name);
                }
                return Class.forName(name, false, TwinTest.class.getClassLoader());
            }
        };
        return new URLClassLoader("platform", places, ours);
    }
}
