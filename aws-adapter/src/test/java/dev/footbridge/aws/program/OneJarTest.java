package dev.footbridge.aws.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneJarTest {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    private Path folder;

    @Test
    void whatTheJarsHadTheOneJarHas() throws Exception {
        jar("a.jar", Map.of(MANIFEST, "Manifest-Version: 1.0\n", "a/A.class", "A", "module-info.class", "m"));
        jar(
                "b.jar",
                Map.of(
                        MANIFEST,
                        "Manifest-Version: 1.0\nMulti-Release: true\n",
                        "b/B.class",
                        "B",
                        "META-INF/versions/9/module-info.class",
                        "m"));

        assertThat(OneJar.join(folder)).isEqualTo(1);

        assertThat(content("0-joined.jar")).isEqualTo(Map.of("a/A.class", "A", "b/B.class", "B"));
    }

    @Test
    void servicesOfAllAreNamed() throws Exception {
        jar("a.jar", Map.of("META-INF/services/x.Y", "a.One"));
        jar("b.jar", Map.of("META-INF/services/x.Y", "b.Two\n"));

        OneJar.join(folder);

        assertThat(content("0-joined.jar")).isEqualTo(Map.of("META-INF/services/x.Y", "a.One\nb.Two\n"));
    }

    @Test
    void aFileThatAnEarlierJarHasWithOtherContentKeepsItsJar() throws Exception {
        jar("a.jar", Map.of("a/A.class", "first", "same", "same"));
        jar("b.jar", Map.of("a/A.class", "second"));
        jar("c.jar", Map.of("c/C.class", "C", "same", "same"));

        assertThat(OneJar.join(folder)).isEqualTo(2);

        assertThat(content("0-joined.jar")).containsEntry("a/A.class", "first").containsEntry("c/C.class", "C");
        assertThat(content("b.jar")).isEqualTo(Map.of("a/A.class", "second"));
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/A.SF, x",
        "META-INF/A.EC, x",
        "META-INF/a.rsa, x",
        "META-INF/versions/21/a/A.class, x",
        "META-INF/MANIFEST.MF, 'Manifest-Version: 1.0\nClass-Path: other.jar\n'",
        "META-INF/MANIFEST.MF, 'Manifest-Version: 1.0\nSealed: true\n'",
        "META-INF/MANIFEST.MF, 'Manifest-Version: 1.0\nLauncher-Agent-Class: a.A\n'"
    })
    void aJarThatWouldBeAnotherInsideStaysAsItIs(String name, String text) throws Exception {
        jar("a.jar", Map.of("a/A.class", "A", name, text));
        byte[] before = Files.readAllBytes(folder.resolve("a.jar"));
        jar("b.jar", Map.of("b/B.class", "B"));

        assertThat(OneJar.join(folder)).isEqualTo(2);

        assertThat(folder.resolve("a.jar")).hasBinaryContent(before);
        assertThat(content("0-joined.jar")).isEqualTo(Map.of("b/B.class", "B"));
    }

    /** Class paths name jars by the order of their names. */
    @Test
    void whatCameFirstComesFirst() throws Exception {
        jar("a.jar", Map.of("a/A.class", "first"));
        jar("b.jar", Map.of("a/A.class", "second", "META-INF/B.SF", "x", "b/B.class", "first"));
        jar("c.jar", Map.of("b/B.class", "second"));

        OneJar.join(folder);

        assertThat(onClassPath("a/A.class")).isEqualTo("first");
        assertThat(onClassPath("b/B.class")).isEqualTo("first");
    }

    @Test
    void aJarThatCannotBeReadLeavesTheOthersAsTheyAre() throws Exception {
        jar("a.jar", Map.of("a/A.class", "A"));
        Files.writeString(folder.resolve("b.jar"), "damaged");

        assertThatThrownBy(() -> OneJar.join(folder)).isInstanceOf(IOException.class);

        assertThat(content("a.jar")).isEqualTo(Map.of("a/A.class", "A"));
    }

    /** Libraries that look through a folder find it by its own entry. */
    @Test
    void foldersAreStillThere() throws Exception {
        jar("a.jar", Map.of("a/", "", "META-INF/services/", "", "META-INF/versions/9/", "", "a/A.class", "A"));
        jar("b.jar", Map.of("META-INF/services/", "", "META-INF/services/x.Y", "b.B"));

        assertThat(OneJar.join(folder)).isEqualTo(1);

        assertThat(onClassPath("a/")).isEmpty();
        assertThat(onClassPath("META-INF/services/")).isEmpty();
    }

    /** An archive is compared by digest with what it was made of. */
    @Test
    void theSameJarsMakeTheSameBytes() throws Exception {
        List<byte[]> made = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            Files.deleteIfExists(folder.resolve("0-joined.jar"));
            jar("a.jar", Map.of("a/A.class", "A", "a/B.class", "B"));
            OneJar.join(folder);
            made.add(Files.readAllBytes(folder.resolve("0-joined.jar")));
        }

        assertThat(made.get(1)).isEqualTo(made.get(0));
    }

    @Test
    void withoutJarsNoneIsMade() throws Exception {
        assertThat(OneJar.join(folder)).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void jar(String name, Map<String, String> content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, String> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private @Nullable String onClassPath(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.sorted().toList()) {
                String found = content(jar.getFileName().toString()).get(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Map<String, String> content(String name) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    content.put(entry.getName(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return content;
    }
}
