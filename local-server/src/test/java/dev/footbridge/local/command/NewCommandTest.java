package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code new} writes and what it leaves alone; that the project works, {@code verification/new-project} proves.
 */
class NewCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path parent;

    @Test
    void projectHasItsToolsItsTestsAndAllThatServesThem() throws IOException {
        assertThat(run("parcel-desk")).isZero();

        assertThat(files("parcel-desk"))
                .containsExactlyInAnyOrder(
                        ".gitignore",
                        "README.md",
                        "footbridge",
                        "lambda-forms",
                        "pom.xml",
                        "samconfig.toml",
                        "template.yaml",
                        "src/main/assembly/lambda.xml",
                        "src/main/lambda/archived.sh",
                        "src/main/lambda/bootstrap",
                        "src/main/lambda/start.sh",
                        "src/main/lambda/stream.sh",
                        "src/main/java/com/example/parceldesk/Lambda.java",
                        "src/main/java/com/example/parceldesk/NoteTools.java",
                        "src/main/java/com/example/parceldesk/Server.java",
                        "src/test/java/com/example/parceldesk/NoteToolsTest.java",
                        "src/test/java/com/example/parceldesk/ServerTest.java");
    }

    @Test
    void nothingIsLeftOfTheNamesInTheTemplates() throws IOException {
        assertThat(run("parcel-desk", "--package", "org.acme.parcels")).isZero();

        for (String file : files("parcel-desk")) {
            assertThat(Files.readString(parent.resolve("parcel-desk").resolve(file)))
                    .doesNotContain("com.example.tools", "my-tools", "my-stack")
                    .doesNotContainPattern("@[a-z0-9]+[.][a-z.]+@");
        }
        assertThat(parent.resolve("parcel-desk/src/main/java/org/acme/parcels/NoteTools.java"))
                .content()
                .startsWith("package org.acme.parcels;");
    }

    @Test
    void launcherIsTheOneOfThisHouseAndRuns() throws IOException {
        assertThat(run("my-tools")).isZero();

        Path launcher = parent.resolve("my-tools/footbridge");
        assertThat(launcher).isExecutable();
        assertThat(Files.readString(launcher)).isEqualTo(Files.readString(Path.of("..", "footbridge")));
        assertThat(parent.resolve("my-tools/lambda-forms")).isExecutable();
    }

    @Test
    void templateIsTheOneOfThisHouseButForTheNames() throws IOException {
        assertThat(run("parcel_desk")).isZero();

        List<String> ours = Files.readAllLines(Path.of("..", "template.yaml"));
        List<String> theirs = Files.readAllLines(parent.resolve("parcel_desk/template.yaml"));
        assertThat(theirs).hasSameSizeAs(ours).contains("      Handler: com.example.parceldesk.Lambda");
        assertThat(String.join("\n", theirs))
                .contains("      CodeUri: target/parcel_desk-lambda.zip\n", "claude mcp add parcel-desk -- uvx");
        assertThat(parent.resolve("parcel_desk/samconfig.toml")).content().contains("stack_name = \"parcel-desk\"");
        assertThat(parent.resolve("parcel_desk/src/main/lambda/start.sh"))
                .content()
                .contains("\nloop=com.example.parceldesk.Lambda\n");
        assertThat(theirs).noneMatch(line -> line.contains("dist"));
        assertThat(theirs.stream().filter(line -> !ours.contains(line))).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "my-tools, com.example.mytools",
        "Parcel_Desk.v2, com.example.parceldeskv2",
        "switch, com.example.switchtools"
    })
    void packageIsMadeOfTheName(String name, String home) throws CommandFailure {
        assertThat(ProjectNames.of(Path.of(name), Optional.empty()).home()).isEqualTo(home);
    }

    @Test
    void nextStepsBeginInTheNewFolder() {
        assertThat(run("my-tools")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("  cd " + Io.shellWord(parent.resolve("my-tools").toString()) + "\n  ./footbridge call");
    }

    @Test
    void emptyFolderIsFilled() throws IOException {
        Files.createDirectory(parent.resolve("my-tools"));

        assertThat(run("my-tools")).isZero();

        assertThat(parent.resolve("my-tools/pom.xml")).exists();
    }

    @Test
    void folderWithAnythingInItIsLeftAlone() throws IOException {
        Files.createDirectory(parent.resolve("my-tools"));
        Files.createFile(parent.resolve("my-tools/.hidden"));

        assertThat(run("my-tools")).isEqualTo(3);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("footbridge: the folder ")
                .endsWith(" is not empty; choose another name\n")
                .hasLineCount(1);
        assertThat(files("my-tools")).containsExactly(".hidden");
    }

    @Test
    void fileInTheWayIsLeftAlone() throws IOException {
        Files.createFile(parent.resolve("my-tools"));

        assertThat(run("my-tools")).isEqualTo(3);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is a file")
                .hasLineCount(1);
    }

    @Test
    void folderThatCannotBeMadeIsOneLineAndExitCode3() throws IOException {
        Files.createFile(parent.resolve("file"));

        assertThat(run("file/my-tools")).isEqualTo(3);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot be written")
                .hasLineCount(1);
    }

    @Test
    void projectKnowsNoOptionsOfFiles() {
        CommandLine project =
                new CommandLine(new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("t", "1"), io());

        assertThat(project.run(List.of("tools", "--files", "docs"))).isEqualTo(2);
        assertThat(project.run(List.of("help", "serve"))).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("footbridge: unknown option --files\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--port N").doesNotContain("--files", "--write");
    }

    @Test
    void clientsKnowAServerByItsOwnName() {
        Offering offering = new LocalMain.Always(FeatureSet.EMPTY);

        assertThat(new CommandLine(offering, Implementation.of("my.tools", "1"), io())
                        .run(List.of("config", "claude-code")))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--transport http my-tools http", "\"my-tools\": {");
    }

    private int run(String folder, String... options) {
        List<String> words = Stream.concat(
                        Stream.of("new", parent.resolve(folder).toString()), Stream.of(options))
                .toList();
        return new CommandLine(new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("t", "1"), io()).run(words);
    }

    private Io io() {
        return TestIo.of(out, err, Map.of());
    }

    private List<String> files(String project) throws IOException {
        Path folder = parent.resolve(project);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
