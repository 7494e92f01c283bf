package dev.footbridge.testkit.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When instances are made, and of which classes. */
final class LoadingTest {

    @TempDir
    Path temporary;

    private EchoFolder folder;

    @BeforeEach
    void stage() throws IOException {
        folder = new EchoFolder(temporary);
        System.clearProperty("echo.injector");
        System.clearProperty("echo.initialised");
    }

    @Test
    void aServiceThatMakesInstancesIsMadeAtLoadAndAskedForEveryCall() throws IOException {
        try (FunctionsHost host = FunctionsHost.start(0, folder.staged(), Platform.PLAIN)) {
            assertThat(System.getProperty("echo.injector")).isEqualTo("made");
            assertThat(line(host, "instance")).isEqualTo(line(host, "instance"));
        }
    }

    @Test
    void withoutOneNothingRunsBeforeTheFirstCallAndEveryCallHasItsOwnInstance() throws IOException {
        folder.delete("lib/injector-1.jar");
        try (FunctionsHost host = FunctionsHost.start(0, folder.staged(), Platform.PLAIN)) {
            assertThat(System.getProperty("echo.initialised")).isNull();
            assertThat(line(host, "instance")).isNotEqualTo(line(host, "instance"));
            assertThat(System.getProperty("echo.initialised")).isEqualTo("yes");
        }
    }

    @Test
    void twoServicesAreOneTooMany() throws IOException {
        folder.jar("lib/again-1.jar", Echo.class, Echo.class.getName());

        assertThatThrownBy(() -> FunctionsHost.start(0, folder.staged(), Platform.PLAIN))
                .isInstanceOfAny(IllegalStateException.class, java.util.ServiceConfigurationError.class);
    }

    @Test
    void theLoaderIsTheThreadsDuringACallAndSeesNothingOfTheHost() throws IOException {
        try (FunctionsHost host = FunctionsHost.start(0, folder.staged(), Platform.PLAIN)) {
            assertThat(line(host, "loader")).isEqualTo("loader true");
            assertThat(line(host, "core")).isEqualTo("core false");
            assertThat(line(host, "invocation")).isNotEqualTo(line(host, "invocation"));
        }
    }

    @Test
    void onlyTheFirstDirectoryOfLibrariesIsLookedInto() throws IOException {
        folder.delete("lib/injector-1.jar").jar("zlib/injector-1.jar", EchoInjector.class);
        try (FunctionsHost host = FunctionsHost.start(0, folder.staged(), Platform.PLAIN)) {
            assertThat(line(host, "instance")).isNotEqualTo(line(host, "instance"));
        }
    }

    private static String line(FunctionsHost host, String word) {
        return PlainHttp.get(host.port(), "/x")
                .lines()
                .filter(line -> line.startsWith(word + " "))
                .findFirst()
                .orElseThrow();
    }
}
