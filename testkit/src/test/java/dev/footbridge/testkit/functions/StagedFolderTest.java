package dev.footbridge.testkit.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder is said before it is deployed. */
final class StagedFolderTest {

    private static final String ENTRY = Echo.class.getName() + ".answer";
    private static final String BINDINGS = EchoFolder.TRIGGER + "," + EchoFolder.OUT;

    @TempDir
    Path temporary;

    private EchoFolder folder;

    @BeforeEach
    void stage() throws IOException {
        folder = new EchoFolder(temporary);
    }

    @Test
    void aGoodFolderHasNoProblems() {
        assertThat(folder.staged().problems()).isEmpty();
    }

    @Test
    void thereMustBeAHostFileAndAFunction() throws IOException {
        folder.write("host.json", "{\"version\":\"1.0\"}").delete("echo/function.json");
        assertThat(folder.staged().problems())
                .anyMatch(line -> line.startsWith("host.json does not say"))
                .anyMatch(line -> line.startsWith("no folder with a function.json"));

        folder.write("host.json", "{");
        assertThat(folder.staged().problems()).anyMatch(line -> line.startsWith("host.json is missing"));
    }

    @Test
    void theScriptFileMustBeThereAndHaveTheClass() throws IOException {
        folder.function("echo", "../echo-2.jar", ENTRY, BINDINGS);
        assertThat(folder.staged().problems())
                .contains(
                        "echo: scriptFile does not exist: ../echo-2.jar",
                        "echo-1.jar is the scriptFile of no function");

        folder.function("echo", "../../elsewhere.jar", ENTRY, BINDINGS);
        assertThat(folder.staged().problems()).anyMatch(line -> line.contains("outside the folder"));

        folder.function("echo", "../echo-1.jar", "no.such.Type.answer", BINDINGS);
        assertThat(folder.staged().problems()).anyMatch(line -> line.contains("no class for the entryPoint"));
    }

    @Test
    void theBindingsMustBeThoseOfAnHttpFunction() throws IOException {
        folder.function("echo", "../echo-1.jar", ENTRY, "");

        assertThat(folder.staged().problems())
                .containsExactly("echo: no httpTrigger with a name", "echo: no http binding named $return");
    }

    @Test
    void whatTheWorkerHasIsNotPackedAndNothingTwice() throws IOException {
        folder.jar("lib/gson-2.9.0.jar", Echo.class)
                .jar("lib/azure-functions-java-library-3.2.3.jar", Echo.class)
                .jar("lib/echo-1.jar", Echo.class);

        assertThat(folder.staged().problems())
                .containsExactly(
                        "azure-functions-java-library-3.2.3.jar is the worker's own: it must not be packed",
                        "echo-1.jar is packed twice: as scriptFile and as a library",
                        "gson-2.9.0.jar is the worker's own: it must not be packed");
    }

    @Test
    void thereIsOneDirectoryOfLibraries() throws IOException {
        folder.jar("otherlib/a.jar", Echo.class);
        assertThat(folder.staged().problems()).singleElement().asString().contains("one directory");

        folder.delete("otherlib/a.jar").delete("otherlib").delete("lib/injector-1.jar");
        assertThat(folder.staged().problems()).singleElement().asString().contains("no directory with jars");
    }

    @Test
    void functionsShareOneScriptFile() throws IOException {
        folder.jar("second-1.jar", Echo.class).function("second", "../second-1.jar", ENTRY, BINDINGS);

        assertThat(folder.staged().problems()).singleElement().asString().contains("several scriptFiles");
    }

    @Test
    void settingsOfOnesOwnMachineStayThere() throws IOException {
        folder.write("local.settings.json", "{}");

        assertThat(folder.staged().problems()).singleElement().asString().contains("may hold secrets");
    }
}
