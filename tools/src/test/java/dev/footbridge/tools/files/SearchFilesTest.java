package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFilesTest {

    private static final Pattern AFTER = Pattern.compile("with after=\"([^\"]+)\"");

    @TempDir
    Path root;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);

    @BeforeEach
    void open() {
        desk = Desk.at(root, FilesSettings.DEFAULT);
    }

    @Test
    void matchesComeWithNumbersAndContext() {
        desk.file("docs/a.md", "one\ntwo\nRefund policy\nfour\nfive\nsix\nrefunds\n")
                .file("b.md", "a refund");

        String text = desk.text("search_files", "query", "refund");

        assertThat(text).isEqualTo("""
                        b.md
                        1: a refund

                        docs/a.md
                        2- two
                        3: Refund policy
                        4- four
                        --
                        6- six
                        7: refunds

                        [3 matching lines in 2 files; 2 files searched.]""");
    }

    @Test
    void contextOfNeighboursIsShownOnce() {
        desk.file("a.md", "x\ny\nx\nz\n");

        assertThat(desk.text("search_files", "query", "x", "context_lines", 2))
                .startsWith("a.md\n1: x\n2- y\n3: x\n4- z\n\n");
    }

    @Test
    void plainTextIsTakenAsItIs() {
        desk.file("a.md", "f(x) = x*2\nF(X)\n");

        assertThat(desk.text("search_files", "query", "f(x)")).contains("2 matching lines");
        assertThat(desk.text("search_files", "query", "f(x)", "case_sensitive", true))
                .contains("1 matching line ");
        assertThat(desk.text("search_files", "query", "GRÜN")).startsWith("[No match; 1 file searched. Try");
    }

    @Test
    void regularExpressionsAreThoseOfRe2() {
        desk.file("a.md", "## How to install\ninstall\n");

        assertThat(desk.text("search_files", "query", "^## .*INSTALL$", "regex", true))
                .contains("1 matching line ");
        assertThat(desk.failure("search_files", "query", "(?=x)", "regex", true))
                .startsWith("The regular expression is not valid: ")
                .contains("no look-around");
        assertThat(desk.failure("search_files", "query", "(", "regex", true)).contains("missing closing )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a+)+$", "(a|aa)+$", "(.*a){12}$", "(a?){50}a{50}$", "((a{100}){100}){100}", "(x{999}){999}"})
    void noPatternTakesForever(String pattern) {
        desk.file("a.txt", ("a".repeat(30_000) + "!\n").repeat(5));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(desk.failure("search_files", "query", pattern, "regex", true))
                        .isNotEmpty());
    }

    @Test
    void pagesHoldEveryMatchOnce() {
        for (int i = 0; i < 9; i++) {
            desk.file("d" + i % 3 + "/f " + i + ".md", ("hit " + i + "\nother\n").repeat(i));
        }
        List<String> all = new ArrayList<>();

        String after = "";
        do {
            String page = after.isEmpty()
                    ? desk.text("search_files", "query", "hit", "max_matches", 5, "context_lines", 0)
                    : desk.text("search_files", "query", "hit", "max_matches", 5, "context_lines", 0, "after", after);
            List<String> lines =
                    page.lines().filter(line -> line.contains(": hit")).toList();
            assertThat(lines.size()).isBetween(1, 5);
            all.addAll(lines);
            Matcher next = AFTER.matcher(page);
            after = next.find() ? next.group(1) : "";
        } while (!after.isEmpty());

        assertThat(all).hasSize(36);
        assertThat(all).containsSequence("11: hit 7", "13: hit 7");
        assertThat(all.stream().distinct()).hasSize(36);
    }

    @Test
    void aSearchWhoseTimeIsUpGoesOnWhereItEnded() {
        FilesSettings hasty = new FilesSettings(false, false, true, 65536, 5000, 5000, 100, Duration.ofNanos(1));
        Desk slow = Desk.at(root, hasty);
        for (int i = 0; i < 10; i++) {
            slow.file("f" + i, "hit\n".repeat(i == 5 ? 3 : 1));
        }
        String after = "f";
        int matches = 0;
        int answers = 0;

        while (!after.isEmpty()) {
            String page = after.equals("f")
                    ? slow.text("search_files", "query", "hit")
                    : slow.text("search_files", "query", "hit", "after", after);
            matches += (int) page.lines().filter(line -> line.endsWith(": hit")).count();
            Matcher next = AFTER.matcher(page);
            after = next.find() ? next.group(1) : "";
            answers++;
        }

        assertThat(matches).isEqualTo(12);
        assertThat(answers).isBetween(2, 12);
    }

    @Test
    void binaryAndLargeFilesAreLeftOutAndCounted() {
        desk.file("a.bin", new byte[] {'h', 'i', 't', 0}).file("big.txt", new byte[8 * 1024 * 1024 + 1]);
        desk.file("le.txt", "\uFEFFa hit".getBytes(StandardCharsets.UTF_16LE));

        assertThat(desk.text("search_files", "query", "hit"))
                .endsWith("[1 matching line in 1 file; 1 file searched, left out: 1 binary, "
                        + "1 over 8.0 MiB (name one in `path` to search it).]");
    }

    @Test
    void aLargeFileIsSearchedWhenItIsNamed() {
        desk.file("big/huge.log", ("line without\n".repeat(400_000) + "needle\n").repeat(2));

        assertThat(desk.text("search_files", "query", "needle", "path", "big"))
                .contains("no file searched, left out: 1 over");
        assertThat(desk.text("search_files", "query", "needle", "path", "big/huge.log", "context_lines", 0))
                .isEqualTo("big/huge.log\n400001: needle\n800002: needle\n\n"
                        + "[2 matching lines in 1 file; 1 file searched.]");
        assertThat(desk.text(
                        "search_files",
                        "query",
                        "needle",
                        "path",
                        "big/huge.log",
                        "context_lines",
                        0,
                        "after",
                        "big/huge.log:400001"))
                .contains("1 matching line ");
    }

    @Test
    void aFileTooLargeToSearchIsRefusedWithAWayOut() throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(root.resolve("huge.log").toFile(), "rw")) {
            sparse.setLength(256L * 1024 * 1024 + 1);
        }

        assertThat(desk.failure("search_files", "query", "x", "path", "huge.log"))
                .isEqualTo("huge.log is too large to search (limit 256.0 MiB). "
                        + "Read parts of it with read_file and from_line.");
    }

    @Test
    void whyNothingWasSearchedIsSaid() {
        desk.file("docs/a.md", "x")
                .file("a.bin", new byte[] {0})
                .file("l/.keep", "")
                .link("l/in", Path.of("../docs"));

        assertThat(desk.text("search_files", "query", "x", "glob", "*.pdf"))
                .isEqualTo("[No file in the served folder matches the glob.]");
        assertThat(desk.text("search_files", "query", "x", "path", "l"))
                .isEqualTo("[There are only links in l, which a search does not follow: name one in `path`.]");
        assertThat(desk.text("search_files", "query", "x", "glob", "*.bin"))
                .isEqualTo("[No match; no file searched, left out: 1 binary.]");
        assertThat(desk.failure("search_files", "query", "x", "path", "a.bin"))
                .isEqualTo("a.bin is a binary file, which is not searched.");
        assertThat(desk.failure("search_files", "query", "a\nb"))
                .isEqualTo("A search looks within one line: leave out the line break.");
    }

    @Test
    void aLongLineIsShownAroundTheMatch() {
        desk.file("a.json", "x".repeat(100_000) + "needle" + "y".repeat(100_000));

        String text = desk.text("search_files", "query", "needle");

        assertThat(text).contains("1: … x", "xneedley", "y … [from column 100001]");
        assertThat(text.length()).isLessThan(600);
    }

    @Test
    void globsAndPathsNarrowTheSearch() {
        desk.file("a.md", "hit").file("docs/b.md", "hit").file("docs/c.txt", "hit");

        assertThat(desk.text("search_files", "query", "hit", "glob", "*.md")).contains("in 2 files; 2 files searched");
        assertThat(desk.text("search_files", "query", "hit", "path", "docs")).contains("in 2 files; 2 files searched");
        assertThat(desk.text("search_files", "query", "hit", "path", "docs/c.txt"))
                .contains("in 1 file; 1 file searched");
        assertThat(desk.text("search_files", "query", "hit", "path", "docs", "glob", "c.*"))
                .contains("docs/c.txt");
    }

    @Test
    void aPlaceThatIsNoneIsExplained() {
        assertThat(desk.failure("search_files", "query", "x", "after", "docs/a.md"))
                .contains("such as docs/guide.md:120");
        assertThat(desk.failure("search_files", "query", "x", "path", "nope"))
                .startsWith("There is no file or folder nope.");
    }

    @Test
    void aRegularExpressionIsStoppedWithinALine() {
        FilesSettings hasty = new FilesSettings(false, false, true, 65536, 5000, 5000, 100, Duration.ofMillis(50));
        Desk slow = Desk.at(root, hasty);
        slow.file("a.txt", "a".repeat(7_000_000) + "\nab\n");

        String text = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> slow.text("search_files", "query", "(a?){500}a{500}b$", "regex", true));

        assertThat(text).contains("The time for one search is up: continue with after=\"a.txt:1\".");
    }

    @Test
    void repeatsAreRefusedOnlyWhereTheyMultiply() {
        desk.file("a.md", "foo" + "x".repeat(90) + "bar 2026-11-22");

        assertThat(desk.text("search_files", "query", ".{0,100}bar.{0,100}", "regex", true))
                .contains("1 matching");
        assertThat(desk.text("search_files", "query", "[0-9{}]{4}(-\\d{2}){2}", "regex", true))
                .contains("1 matching");
        assertThat(desk.failure("search_files", "query", "((a{100}){100}){100}", "regex", true))
                .contains("repeats too much");
        assertThat(desk.failure("search_files", "query", "(?:[a]{500}){500,}", "regex", true))
                .contains("repeats too much");
    }
}
