package dev.footbridge.dist.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code start.sh} with Javas that only say how they were started. */
final class StartScriptTest {

    /** Makes the cache it is asked for, as a Java that trains does. */
    private static final String SAYS_ITS_WORDS = """
            #!/bin/sh
            printf '%s\\n' "$0" "$@"
            for word in "$@"; do
              case $word in -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) : >"${word#*=}" ;; esac
            done
            """;

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    private Path app;
    private Path homes;

    @BeforeEach
    void stageAnApp() throws IOException {
        app = Files.createDirectories(folder.resolve("app with a blank"));
        homes = Files.createDirectories(folder.resolve("homes"));
        Files.copy(Path.of("src/main/azure-stream/start.sh"), app.resolve("start.sh"));
        Files.writeString(app.resolve("footbridge.jar"), "classes");
        Files.writeString(Files.createDirectories(app.resolve("lib")).resolve("a.jar"), "library");
        environment.put("FOOTBRIDGE_JAVA_HOMES", homes.toString());
        environment.put("PATH", withoutJava());
    }

    @Test
    void withoutAJavaItSaysSoInOneLine() throws Exception {
        Ended ended = start();

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.said()).startsWith("footbridge: error: no Java").hasLineCount(1);
    }

    @Test
    void javaHomeWins() throws Exception {
        java("homes/newer", 25);
        environment.put("JAVA_HOME", java("chosen", 17).toString());

        assertThat(start().said()).startsWith(folder.resolve("chosen/bin/java").toString());
    }

    @Test
    void aJavaHomeThatIsTooOldOrGoneIsPassedOver() throws Exception {
        java("homes/good", 21);
        environment.put("JAVA_HOME", java("old", 11).toString());
        assertThat(start().said()).startsWith(homes.resolve("good/bin/java").toString());

        environment.put("JAVA_HOME", folder.resolve("gone").toString());
        assertThat(start().said()).startsWith(homes.resolve("good/bin/java").toString());
    }

    @Test
    void ofTheJavasOfTheImageTheNewestIsTaken() throws Exception {
        java("homes/a", 17);
        java("homes/b", 21);
        java("homes/c", 11);

        assertThat(start().said()).startsWith(homes.resolve("b/bin/java").toString());
    }

    @Test
    void theLastResortIsThePath() throws Exception {
        Path java = java("elsewhere", 21);
        Path link = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(link.resolve("java"), java.resolve("bin/java"));
        environment.merge("PATH", link.toString(), (tools, more) -> tools + ":" + more);

        assertThat(start().said()).startsWith(java.resolve("bin/java").toString());
    }

    @Test
    void itStartsTheServerWithEveryJarAndTheOperatorsFlagsLast() throws Exception {
        java("homes/b", 21);
        environment.put("FOOTBRIDGE_JAVA_OPTIONS", "-Xmx300m -Dx=y");

        assertThat(start().said().strip())
                .contains("\n-Xmx300m\n-Dx=y\n-cp\n" + app + "/footbridge.jar:" + app + "/lib/a.jar\n")
                .endsWith("dev.footbridge.dist.azure.StreamMain")
                .doesNotContain("SharedArchiveFile", "AOTCache");
    }

    @Test
    void aCacheIsUsedByTheJavaThatMadeItForTheseJars() throws Exception {
        java("homes/a", 25);
        assertThat(start("train").exit()).isZero();
        assertThat(start().said()).contains("\n-XX:AOTCache=" + app + "/footbridge.aot\n");

        Files.writeString(app.resolve("lib/a.jar"), "another");
        assertThat(start().said()).doesNotContain("AOTCache");
    }

    @Test
    void aCacheOfAnotherJavaIsNotUsed() throws Exception {
        Path java = java("homes/a", 21);
        assertThat(start("train").exit()).isZero();
        assertThat(start().said()).contains("\n-XX:SharedArchiveFile=" + app + "/footbridge.jsa\n");

        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"21.0.99\"\n");
        assertThat(start().said()).doesNotContain("SharedArchiveFile");
    }

    private record Ended(int exit, String said) {}

    private Ended start(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "start.sh"));
        command.addAll(List.of(words));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private Path java(String place, int release) throws IOException {
        Path home = folder.resolve(place);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.write(java, SAYS_ITS_WORDS.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + release + ".0.1\"\n");
        return home;
    }

    /** What the script needs of a path, and nothing else. */
    private String withoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "cat", "cksum", "rm", "readlink")) {
            Path here = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), here);
        }
        return tools.toString();
    }
}
