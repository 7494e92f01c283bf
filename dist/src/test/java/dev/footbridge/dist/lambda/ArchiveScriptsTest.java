package dev.footbridge.dist.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start a function with its archive, with a Java that only says how it was started. */
final class ArchiveScriptsTest {

    private static final List<String> SCRIPTS = List.of("start.sh", "stream.sh", "archived.sh", "bootstrap");
    private static final String SAYS_ITS_WORDS = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

    @TempDir
    private Path folder;

    private Path task;
    private Path java;

    @BeforeEach
    void stage() throws Exception {
        task = Files.createDirectories(folder.resolve("a [task] of *"));
        java = Files.createDirectories(folder.resolve("var lang/bin")).resolve("java");
        program(java, SAYS_ITS_WORDS);
        says("25.0.3");
        for (String script : SCRIPTS) {
            program(task.resolve(script), Files.readString(Path.of("src/main/lambda", script)));
        }
        Files.writeString(Files.createDirectories(task.resolve("lib")).resolve("a.jar"), "classes");
        Files.writeString(task.resolve("archive.aot"), "loaded classes");
        Files.writeString(folder.resolve("client.jar"), "client");
    }

    @Test
    void theArchiveAndItsFlagsAreUsedWhereTheyFit() throws Exception {
        fit("");
        assertThat(bootstrap()).contains("-XX:AOTCache=" + task + "/archive.aot", "-XX:-OfThisJava");

        fit(folder.resolve("client.jar").toString());
        assertThat(managed("stream.sh")).contains("-XX:AOTCache=" + task + "/archive.aot", "-XX:-OfThisJava", "-Xmx1m");
        assertThat(managed("archived.sh"))
                .contains("-XX:AOTCache=" + task + "/archive.aot", "-XX:-OfThisJava", "-Xmx1m")
                .endsWith("dev.example.Handler");
    }

    /** A Java that does not know a flag does not start. */
    @Test
    void anotherJavaGetsNeitherTheArchiveNorFlagsThatWereMeantForIt() throws Exception {
        fit("");
        says("21.0.9");
        assertThat(bootstrap())
                .noneMatch(word -> word.contains("OfThisJava") || word.contains("AOT"))
                .contains(task + ":" + task + "/lib/*");

        says("25.0.3");
        fit(folder.resolve("client.jar").toString());
        says("21.0.9");
        assertThat(managed("stream.sh"))
                .noneMatch(word -> word.contains("OfThisJava") || word.contains("AOT"))
                .contains(task + ":" + task + "/lib/*");
        assertThat(managed("archived.sh"))
                .containsExactly(
                        "-Xmx1m", "-cp", folder.resolve("client.jar").toString(), "Main", "dev.example.Handler");
    }

    /** The virtual machine looks neither at times nor at sizes of jars. */
    @Test
    void aClientThatChangedUnderItsNamePutsTheArchiveAside() throws Exception {
        fit(folder.resolve("client.jar").toString());
        Files.writeString(folder.resolve("client.jar"), "klient");

        assertThat(managed("archived.sh")).noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void theClientIsSpelledAsSeenFromThePackage() throws Exception {
        fit(folder.resolve("client.jar").toString());

        assertThat(managed("archived.sh")).containsSubsequence("-cp", "../client.jar:lib/a.jar");
    }

    @Test
    void aKeyThatIsCutOffIsNone() throws Exception {
        fit("");
        String key = Files.readString(task.resolve("archive.key"));
        for (int length : new int[] {0, 5, key.indexOf('\n'), key.length() - 1}) {
            Files.writeString(task.resolve("archive.key"), key.substring(0, length));

            assertThat(bootstrap()).noneMatch(word -> word.contains("OfThisJava") || word.contains("AOT"));
        }
    }

    private List<String> bootstrap() throws IOException, InterruptedException {
        return said(List.of("./bootstrap"));
    }

    private List<String> managed(String script) throws IOException, InterruptedException {
        return said(List.of(
                "./" + script,
                java.toString(),
                "-Xmx1m",
                "-cp",
                folder.resolve("client.jar").toString(),
                "Main",
                "dev.example.Handler"));
    }

    /** Writes the key as dist/lambda-forms does. */
    private void fit(String client) throws IOException, InterruptedException {
        String digest = said(List.of(
                        "/bin/sh",
                        "-c",
                        ". ./start.sh; spell_path \"$1\"; digest \"$2\" 4096",
                        "sh",
                        client,
                        folder.resolve("var lang").toString()))
                .get(0);
        Files.writeString(
                task.resolve("archive.key"), "archive.aot 4096 " + digest + "\n-XX:-OfThisJava -XX:-AndNoOther\n");
    }

    private List<String> said(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
        builder.environment().put("JAVA_HOME", folder.resolve("var lang").toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output);
    }

    private void says(String version) throws IOException {
        Files.writeString(folder.resolve("var lang/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
