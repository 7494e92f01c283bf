package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.feature.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);

    @BeforeEach
    void open() {
        desk = Desk.at(root, FilesSettings.DEFAULT.allowingWrites());
    }

    private List<String> everything() throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void onlyAWritableFolderHasToolsThatWrite() {
        assertThat(Desk.pack(root, FilesSettings.DEFAULT).features().tools().keySet())
                .containsExactly("list_files", "read_file", "search_files");
        assertThat(Desk.pack(root, FilesSettings.DEFAULT).features().tools().values())
                .allMatch(tool -> tool.effect() == Effect.READ_ONLY && !tool.openWorld());
        assertThat(Desk.pack(root, FilesSettings.DEFAULT.allowingWrites())
                        .features()
                        .tools()
                        .keySet())
                .contains("write_file", "edit_file", "move_file", "delete_file");
    }

    @Test
    void aNewFileIsMadeWithItsFoldersAndLeavesNothingElse() throws IOException {
        String text = desk.text("write_file", "path", "new/deep/grün.md", "content", "abc");

        assertThat(text).isEqualTo("Created new/deep/grün.md, 3 bytes. [sha256 of the whole file: " + ABC + "]");
        assertThat(everything()).containsExactly("new/deep/grün.md");
        assertThat(desk.onDisk("new/deep/grün.md")).isEqualTo("abc");
    }

    @Test
    void aFileIsReplacedOnlyWhenToldSo() {
        desk.file("a.md", "old");

        assertThat(desk.failure("write_file", "path", "a.md", "content", "new")).contains("exists already");
        assertThat(desk.onDisk("a.md")).isEqualTo("old");

        assertThat(desk.text("write_file", "path", "a.md", "content", "new", "overwrite", true))
                .startsWith("Replaced");
        assertThat(desk.onDisk("a.md")).isEqualTo("new");
    }

    @Test
    void aFileThatChangedSinceItWasReadIsNotReplaced() {
        desk.file("a.md", "abc");

        assertThat(desk.text("write_file", "path", "a.md", "content", "second", "expected_sha256", ABC))
                .startsWith("Replaced");
        assertThat(desk.failure("write_file", "path", "a.md", "content", "third", "expected_sha256", ABC))
                .contains("has changed since it was read");
        assertThat(desk.failure("write_file", "path", "b.md", "content", "x", "expected_sha256", ABC))
                .contains("does not exist");
        assertThat(desk.onDisk("a.md")).isEqualTo("second");
    }

    @Test
    void ofManyWhoCreateTheSameFileOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String content = "writer " + i;
                Desk own = Desk.at(root, FilesSettings.DEFAULT.allowingWrites());
                writers.add(() -> own.failure("write_file", "path", "sub/a.md", "content", content));
            }

            List<String> outcomes = new ArrayList<>();
            for (var outcome : threads.invokeAll(writers)) {
                outcomes.add(outcome.get());
            }

            assertThat(outcomes.stream().filter(text -> text.contains("Created")))
                    .hasSize(1);
            assertThat(desk.onDisk("sub/a.md")).startsWith("writer ");
            assertThat(everything()).containsExactly("sub/a.md");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws IOException {
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
        desk.file("a.sh", "old");
        Files.setPosixFilePermissions(root.resolve("a.sh"), PosixFilePermissions.fromString("rwxr-x---"));

        desk.text("write_file", "path", "a.sh", "content", "new", "overwrite", true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a.sh"))))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void whyANameIsRefusedIsSaid() {
        desk.file(".hid", "x").file("a.md", "x");

        assertThat(desk.failure("write_file", "path", "x".repeat(300), "content", ""))
                .startsWith("A name in that path is too long");
        assertThat(desk.failure("move_file", "from", "a.md", "to", "x".repeat(300)))
                .startsWith("A name in that path is too long");
        assertThat(desk.failure("write_file", "path", "x".repeat(300) + "/a", "content", ""))
                .startsWith("A name in that path is too long");
        for (String tool : List.of("delete_file", "read_file")) {
            assertThat(desk.failure(tool, "path", ".hid")).startsWith("Hidden files");
        }
        assertThat(desk.failure("move_file", "from", ".hid", "to", "b")).startsWith("Hidden files");
        assertThat(desk.failure("write_file", "path", ".new", "content", "")).startsWith("Hidden files");
        assertThat(desk.failure("write_file", "path", "aux", "content", "")).startsWith("aux cannot be created: names");
    }

    @Test
    void contentOverTheLimitIsRefused() {
        assertThat(desk.failure("write_file", "path", "a", "content", "x".repeat(1024 * 1024 + 1)))
                .startsWith("The content is larger than 1.0 MiB.");
    }

    @Test
    void aFileInThePlaceOfAFolderIsExplained() {
        desk.file("a", "x");

        assertThat(desk.failure("write_file", "path", "a/b", "content", "x"))
                .isEqualTo("a in the path is a file, not a folder.");
    }

    @Test
    void anEditChangesOnePlaceAndNothingElse() {
        desk.file("a.md", "one\r\ntwo\r\nthree\r\n");

        assertThat(desk.text("edit_file", "path", "a.md", "old_text", "two\nthree", "new_text", "2\n3"))
                .startsWith("Replaced 1 place in a.md.");
        assertThat(desk.onDisk("a.md")).isEqualTo("one\r\n2\r\n3\r\n");
    }

    @Test
    void anEditKeepsTheEncoding() throws IOException {
        desk.file("le.txt", "\uFEFFgrün\n".getBytes(StandardCharsets.UTF_16LE));
        desk.file("latin.txt", "grün\n".getBytes(StandardCharsets.ISO_8859_1));

        desk.text("edit_file", "path", "le.txt", "old_text", "grün", "new_text", "blü");
        desk.text("edit_file", "path", "latin.txt", "old_text", "grün", "new_text", "blü");

        assertThat(Files.readAllBytes(root.resolve("le.txt")))
                .isEqualTo("\uFEFFblü\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Files.readAllBytes(root.resolve("latin.txt")))
                .isEqualTo("blü\n".getBytes(StandardCharsets.ISO_8859_1));
        desk.text("edit_file", "path", "latin.txt", "old_text", "blü", "new_text", "blü €");
        assertThat(Files.readAllBytes(root.resolve("latin.txt"))).endsWith(' ', 0x80, '\n');
        assertThat(desk.failure("edit_file", "path", "latin.txt", "old_text", "blü", "new_text", "漢"))
                .contains("characters that the encoding");
    }

    @Test
    void anEditThatIsNotClearIsRefused() {
        desk.file("a.md", "x x x").file("b.bin", new byte[] {0, 1});

        assertThat(desk.failure("edit_file", "path", "a.md", "old_text", "x", "new_text", "y"))
                .contains("occurs 3 times");
        assertThat(desk.failure("edit_file", "path", "a.md", "old_text", "z", "new_text", "y"))
                .contains("does not occur");
        assertThat(desk.failure("edit_file", "path", "b.bin", "old_text", "z", "new_text", "y"))
                .contains("binary");
        assertThat(desk.text("edit_file", "path", "a.md", "old_text", "x", "new_text", "y", "replace_all", true))
                .startsWith("Replaced 3 places");
        assertThat(desk.onDisk("a.md")).isEqualTo("y y y");
    }

    @Test
    void aMoveNeverReplacesUnlessAsked() {
        desk.file("a.md", "a").file("b.md", "b");

        assertThat(desk.failure("move_file", "from", "a.md", "to", "b.md")).contains("exists already");
        assertThat(desk.onDisk("b.md")).isEqualTo("b");
        assertThat(desk.text("move_file", "from", "a.md", "to", "b.md", "overwrite", true))
                .isEqualTo("Moved a.md to b.md.");
        assertThat(desk.onDisk("b.md")).isEqualTo("a");
    }

    @Test
    void foldersMoveWithWhatIsInThem() throws IOException {
        desk.file("a/b/c.md", "x").file("d/e.md", "x");

        assertThat(desk.text("move_file", "from", "a", "to", "new/place")).isEqualTo("Moved a to new/place.");
        assertThat(desk.failure("move_file", "from", "new", "to", "d"))
                .contains("d is a folder")
                .contains("d/new");
        assertThat(desk.failure("move_file", "from", "new", "to", "new/x")).contains("lies inside it");
        assertThat(desk.failure("move_file", "from", "new", "to", "d/e.md", "overwrite", true))
                .contains("exists already");
        assertThat(desk.failure("move_file", "from", "nope", "to", "x")).startsWith("There is no file");
        assertThat(everything()).containsExactly("d/e.md", "new/place/b/c.md");
    }

    @Test
    void onlyFilesAndEmptyFoldersAreDeleted() throws IOException {
        desk.file("a/b.md", "x").file("h/.hidden", "x");

        assertThat(desk.failure("delete_file", "path", "a")).contains("a is not empty");
        assertThat(desk.failure("delete_file", "path", "h")).contains("hidden files count");
        assertThat(desk.failure("delete_file", "path", "h/.hidden")).doesNotStartWith("did not fail");
        assertThat(desk.failure("delete_file", "path", ".")).doesNotStartWith("did not fail");
        assertThat(desk.text("delete_file", "path", "a/b.md")).isEqualTo("Deleted a/b.md.");
        assertThat(desk.text("delete_file", "path", "a")).isEqualTo("Deleted the empty folder a.");
        assertThat(desk.failure("delete_file", "path", "a")).startsWith("There is no file");
        assertThat(everything()).containsExactly("h/.hidden");
    }
}
