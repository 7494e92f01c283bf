package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFilesTest {

    @TempDir
    Path root;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);

    @BeforeEach
    void open() {
        desk = Desk.at(root, FilesSettings.DEFAULT);
    }

    private static JsonObject structured(Desk desk, Object... arguments) {
        return (JsonObject) java.util.Objects.requireNonNull(
                desk.result("list_files", arguments).structured());
    }

    private static List<String> paths(JsonObject page) {
        return page.array("entries").orElse(JsonArray.EMPTY).items().stream()
                .map(entry -> ((JsonObject) entry).string("path").orElseThrow())
                .toList();
    }

    @Test
    void aFolderIsListedWithSizesAndTimes() throws Exception {
        desk.file("docs/a.md", "hello").file("docs/sub/b.md", "x");
        Files.setLastModifiedTime(root.resolve("docs/a.md"), FileTime.from(Instant.parse("2026-05-06T07:08:09Z")));

        String text = desk.text("list_files", "path", "docs");

        assertThat(text).isEqualTo("docs/a.md  5 bytes  2026-05-06 07:08\ndocs/sub/\n\n[2 entries, nothing more.]");
    }

    @Test
    void pagesHoldEverythingOnceAndInOrder() {
        for (int i = 0; i < 60; i++) {
            desk.file("d" + i % 7 + "/e" + i % 3 + "/f " + i + ".md", "x");
            desk.file("d" + i % 7 + "-" + i + ".md", "x");
        }
        List<String> whole = paths(structured(desk, "recursive", true, "limit", 1000));
        List<String> all = new ArrayList<>();
        Optional<String> after = Optional.empty();

        do {
            JsonObject page = after.isEmpty()
                    ? structured(desk, "recursive", true, "limit", 7)
                    : structured(desk, "recursive", true, "limit", 7, "after", after.get());
            all.addAll(paths(page));
            after = page.string("next_after");
        } while (after.isPresent());

        assertThat(all).isEqualTo(whole).doesNotHaveDuplicates().hasSize(120 + 7 + 21);
    }

    @Test
    void aFullPageWithNothingBehindItIsTheLast() {
        desk.file("a", "").file("b", "");

        assertThat(structured(desk, "limit", 2).has("next_after")).isFalse();
        assertThat(structured(desk, "limit", 1).string("next_after")).contains("a");
        assertThat(desk.text("list_files", "limit", 1))
                .endsWith("[1 entry, there are more. Continue with after=\"a\".]");
    }

    @Test
    void pagingSurvivesThatItsPlaceIsGone() throws Exception {
        desk.file("a/x", "").file("b/x", "").file("c/x", "");
        String after = structured(desk, "limit", 2).string("next_after").orElseThrow();
        Files.delete(root.resolve("b/x"));
        Files.delete(root.resolve("b"));

        assertThat(after).isEqualTo("b/");
        assertThat(paths(structured(desk, "after", after))).containsExactly("c/");
    }

    @Test
    void globsFindFilesByName() {
        desk.file("a.md", "").file("docs/b.md", "").file("docs/c.txt", "").file("docs/deep/d.md", "");

        assertThat(paths(structured(desk, "glob", "*.{md,txt}")))
                .containsExactly("a.md", "docs/b.md", "docs/c.txt", "docs/deep/d.md");
        assertThat(paths(structured(desk, "glob", "docs/*.md"))).containsExactly("docs/b.md");
        assertThat(paths(structured(desk, "glob", "**/*.md"))).containsExactly("a.md", "docs/b.md", "docs/deep/d.md");
        assertThat(paths(structured(desk, "path", "docs", "glob", "deep/*"))).containsExactly("docs/deep/d.md");
        assertThat(desk.text("list_files", "glob", "*.pdf"))
                .isEqualTo("[No file in the served folder matches the glob.]");
        assertThat(desk.failure("list_files", "glob", "{a")).startsWith("The glob is not valid.");
    }

    @Test
    void aGlobLooksInAllFoldersAndInAnyLetterCase() {
        desk.file("docs/deep/README.MD", "").file("docs/b.md", "");

        assertThat(paths(structured(desk, "glob", "*.md", "recursive", false)))
                .containsExactly("docs/b.md", "docs/deep/README.MD");
        assertThat(paths(structured(desk, "glob", "Docs/**/readme.*"))).containsExactly("docs/deep/README.MD");
        assertThat(desk.text("search_files", "query", "x", "glob", "*.MD")).contains("2 files searched");
    }

    @Test
    void hiddenFilesAreThereOnlyForWhoMayShowThem() {
        desk.file(".env", "SECRET=1").file(".git/config", "x").file("a", "");

        assertThat(paths(structured(desk))).containsExactly("a");
        assertThat(paths(structured(Desk.at(root, FilesSettings.DEFAULT.showingHidden()), "recursive", true)))
                .containsExactly(".env", "a");
        assertThat(desk.failure("read_file", "path", ".env"))
                .isEqualTo("Hidden files (names with a leading dot) are not served.")
                .isEqualTo(desk.failure("read_file", "path", "docs/.nothing"));
        assertThat(Desk.at(root, FilesSettings.DEFAULT.showingHidden()).failure("read_file", "path", ".git/config"))
                .startsWith("The name .git");
    }

    @Test
    void aNameCannotPretendToBeALine() {
        desk.file("a\nb", "");

        assertThat(desk.text("list_files")).startsWith("a\\u000ab  0 bytes");
        assertThat(desk.text("read_file", "path", "a\nb")).isEqualTo("a\\u000ab is empty.");
        assertThat(desk.text("read_file", "path", "a\\u000ab")).isEqualTo("a\\u000ab is empty.");
    }

    @Test
    void entriesComeInTheOrderOfTheirNames() {
        for (String name :
                List.of("\u00f6l", "Zed", "a b", "a\u00e9b", "a-b", "a/x", "a.b", "\uFF5E", "\uD83D\uDE00")) {
            desk.file(name, "");
        }

        assertThat(paths(structured(desk, "recursive", true)))
                .containsExactly(
                        "Zed", "a/", "a/x", "a b", "a-b", "a.b", "a\u00e9b", "\u00f6l", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void aPlaceBehindEverythingIsNoEmptyFolder() {
        desk.file("a.md", "");

        assertThat(desk.text("list_files", "after", "zzzz")).isEqualTo("[Nothing comes after \"zzzz\".]");
    }

    @Test
    void whatCannotBeShownIsCounted() throws Exception {
        assumeTrue(File.separatorChar == '/');
        desk.file("back\\slash.md", "").file("b.md", "hit").file(".hidden\\x", "");

        assertThat(desk.text("list_files")).endsWith("[1 entry; left out: 1 with a name that cannot be served.]");
        assertThat(desk.text("list_files", "after", "c.md")).isEqualTo("[Nothing comes after \"c.md\".]");
        assertThat(desk.text("search_files", "query", "hit"))
                .endsWith("1 file searched, left out: 1 with a name that cannot be served.]");
        assertThat(structured(desk).string("left_out")).contains("1 with a name that cannot be served");
    }

    @Test
    void foldersThatAreTooDeepAreCountedAndCanBeNamed() {
        String deep = "d/".repeat(Walk.MAX_DEPTH);
        desk.file(deep + "end.md", "hit");

        assertThat(desk.text("list_files", "recursive", true))
                .contains("[64 entries; left out: 1 folder 64 levels down");
        assertThat(desk.text("search_files", "query", "hit")).contains("left out: 1 folder 64 levels down");
        assertThat(desk.text("list_files")).endsWith("[1 entry, nothing more.]");
        assertThat(desk.text("list_files", "path", deep)).contains("end.md");
    }

    @Test
    void aFolderWithoutPermissionIsRefusedWhenNamedAndCountedOtherwise() throws Exception {
        desk.file("nodir/x.md", "").file("a.md", "");
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(root.resolve("nodir"), PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(root.resolve("nodir")));

            assertThat(desk.failure("list_files", "path", "nodir"))
                    .isEqualTo("The server has no permission to use nodir.");
            assertThat(desk.failure("search_files", "query", "x", "path", "nodir"))
                    .isEqualTo("The server has no permission to use nodir.");
            assertThat(desk.text("list_files", "recursive", true))
                    .endsWith("[2 entries; left out: 1 without permission to read.]");
        } finally {
            Files.setPosixFilePermissions(root.resolve("nodir"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aServedFolderThatIsGoneIsSaidSo() throws Exception {
        Desk inner = Desk.at(Files.createDirectory(root.resolve("inner")), FilesSettings.DEFAULT);
        Files.delete(root.resolve("inner"));

        assertThat(inner.failure("list_files")).startsWith("The served folder is gone.");
        assertThat(inner.failure("read_file", "path", "a.md")).startsWith("The served folder is gone.");
        assertThat(inner.failure("search_files", "query", "x")).startsWith("The served folder is gone.");
    }

    @Test
    void linksSayWhereTheyLead() {
        desk.file("docs/a.md", "")
                .link("in", Path.of("docs/a.md"))
                .link("out", Path.of("/etc"))
                .link("no", Path.of("x"));

        assertThat(desk.text("list_files"))
                .contains("in  (link to docs/a.md)", "out  (link, leads nowhere or out)")
                .contains("no  (link, leads nowhere or out)");
        assertThat(structured(desk).array("entries").orElseThrow().items().get(1))
                .isEqualTo(JsonObject.builder()
                        .put("path", "in")
                        .put("type", "link")
                        .put("target", "docs/a.md")
                        .build());
    }

    @Test
    void aNameCannotTurnTheDirectionOfText() {
        desk.file("a\u202Egnp.exe", "");

        assertThat(desk.text("list_files")).startsWith("a\\u202egnp.exe  0 bytes");
        assertThat(desk.text("read_file", "path", "a\\u202Egnp.exe")).endsWith("is empty.");
    }

    @Test
    void anEmptyFolderAndAFileAreSaidSo() throws Exception {
        Files.createDirectory(root.resolve("empty"));
        desk.file("a.md", "");

        assertThat(desk.text("list_files", "path", "empty")).isEqualTo("[There is nothing in empty.]");
        assertThat(desk.failure("list_files", "path", "a.md")).startsWith("a.md is a file, not a folder.");
    }

    @Test
    void aListingWhoseTimeIsUpGoesOnWhereItEnded() {
        FilesSettings hasty = new FilesSettings(false, false, true, 65536, 5000, 5000, 100, Duration.ofNanos(1));
        Desk slow = Desk.at(root, hasty);
        for (int i = 0; i < 9; i++) {
            slow.file("d/f" + i + (i == 8 ? ".md" : ".txt"), "");
        }
        List<String> all = new ArrayList<>();

        JsonObject page = structured(slow, "glob", "**/*.md");
        while (page.has("next_after")) {
            page = structured(
                    slow, "glob", "**/*.md", "after", page.string("next_after").orElseThrow());
            all.addAll(paths(page));
        }

        assertThat(all).containsExactly("d/f8.md");
    }

    @Test
    void anEmptyTextCountsAsLeftOut() {
        desk.file("a.md", "hit");

        assertThat(paths(structured(desk, "path", "", "glob", "", "after", ""))).containsExactly("a.md");
        assertThat(desk.text("search_files", "query", "hit", "path", "", "glob", "", "after", ""))
                .contains("1 matching");
    }
}
