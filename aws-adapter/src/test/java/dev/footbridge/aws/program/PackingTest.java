package dev.footbridge.aws.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.function.program.Desk;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackingTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void stage() throws Exception {
        Files.createDirectory(folder.resolve("lib"));
    }

    @Test
    void settingsAreJsonAfterwards() throws Exception {
        Files.writeString(folder.resolve("footbridge.yaml"), """
                version: 1 # the only one
                limits:
                  rules: [{id: each, per: caller, rate: 10/s}]
                """);

        assertThat(pack(folder.toString())).isZero();

        assertThat(folder.resolve("footbridge.yaml"))
                .hasContent(
                        "{\"version\":1,\"limits\":{\"rules\":[{\"id\":\"each\",\"per\":\"caller\",\"rate\":\"10/s\"}]}}");
    }

    @Test
    void settingsThatCannotBeReadAreNamedAndLeftAsTheyAre() throws Exception {
        Files.writeString(folder.resolve("footbridge.yaml"), "a: [");

        assertThat(pack(folder.toString())).isNotZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("footbridge.yaml");
        assertThat(folder.resolve("footbridge.yaml")).hasContent("a: [");
    }

    @Test
    void aPackageWithoutSettingsHasNoneAfterwards() {
        assertThat(pack(folder.toString())).isZero();

        assertThat(folder.resolve("footbridge.yaml")).doesNotExist();
    }

    @Test
    void oneFolderIsNeededAndMustBeThere() {
        assertThat(pack()).isNotZero();
        assertThat(pack(folder.resolve("none").toString())).isNotZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--pack FOLDER", "none");
    }

    private int pack(String... words) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Packing(new Desk(InputStream.nullInputStream(), out, out, Map.of(), false, "footbridge"))
                .run(List.of(words));
    }
}
