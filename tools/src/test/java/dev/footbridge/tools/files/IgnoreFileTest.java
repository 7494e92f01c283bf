package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFileTest {

    @TempDir
    Path root;

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "*.log, a.log, ignored",
                "*.log, deep/er/a.log, ignored",
                "*.log, a.log.txt, kept",
                "build/, build/, ignored",
                "build/, x/build/, ignored",
                "build/, build, kept",
                "/build, build, ignored",
                "/build, x/build, kept",
                "doc/*.txt, doc/a.txt, ignored",
                "doc/*.txt, x/doc/a.txt, kept",
                "doc/*.txt, doc/x/a.txt, kept",
                "doc/**/*.txt, doc/a.txt, ignored",
                "doc/**/*.txt, doc/x/y/a.txt, ignored",
                "**/foo, a/b/foo, ignored",
                "**/foo/bar, a/foo/bar, ignored",
                "**/foo/bar, foo/x/bar, kept",
                "abc/**, abc/x/y, ignored",
                "abc/**, abc/, kept",
                "a/**/b, a/b, ignored",
                "a/**/b, a/x/y/b, ignored",
                "a?c, abc, ignored",
                "a?c, a/c, kept",
                "[a-c]x, bx, ignored",
                "[!a-c]x, bx, kept",
                "[!a-c]x, dx, ignored",
                "\\#x, #x, ignored",
                "#x, #x, kept",
                "\\!x, !x, ignored",
                "a+b(c).txt, a+b(c).txt, ignored",
                "\"{a,b}\", \"{a,b}\", ignored",
                "\"{a,b}\", a, kept",
                "\"x  \", x, ignored",
                "\"x\\ \", \"x \", ignored",
                "grün, deep/grün, ignored",
                "[, [, ignored",
                "foo*, foo/, ignored",
            })
    void aRuleMatchesWhatGitMatches(String rule, String path, String outcome) {
        IgnoreFile file = IgnoreFile.parse(RelativePath.ROOT, rule);

        boolean ignored =
                file.verdict(RelativePath.parse(path), path.endsWith("/")).orElse(false);

        assertThat(ignored ? "ignored" : "kept").isEqualTo(outcome);
    }

    private Desk project() {
        return Desk.at(root, FilesSettings.DEFAULT)
                .file(".gitignore", "*.log\n!keep.log\nbuild/\n\n# comment\n")
                .file("a.log", "needle")
                .file("keep.log", "needle")
                .file("build/out.md", "needle")
                .file("sub/.gitignore", "\uFEFF/local.md\n!special.log\n")
                .file("sub/local.md", "needle")
                .file("sub/special.log", "needle")
                .file("sub/deep/local.md", "needle")
                .file("sub/deep/x.log", "needle");
    }

    @Test
    void nestedRulesCountBelowTheirFolderAndTheNearestWins() {
        String text = project().text("list_files", "recursive", true);

        assertThat(text.lines()
                        .filter(line -> line.contains("bytes"))
                        .map(line -> line.substring(0, line.indexOf(" "))))
                .containsExactly("keep.log", "sub/deep/local.md", "sub/special.log");
    }

    @Test
    void rulesFromAboveCountInAFolderBelow() {
        Desk desk = project();

        assertThat(desk.text("list_files", "path", "sub/deep")).doesNotContain("x.log");
        assertThat(desk.text("search_files", "query", "needle")).contains("3 matching lines in 3 files");
        assertThat(desk.text("search_files", "path", "sub/deep", "query", "needle"))
                .contains("1 matching line");
    }

    @Test
    void whatIsIgnoredCanStillBeReadByItsPath() {
        assertThat(project().text("read_file", "path", "build/out.md")).startsWith("needle");
    }

    @Test
    void rulesCanBeOverlooked() {
        project();
        Desk all = Desk.at(root, FilesSettings.DEFAULT.overlookingIgnoreFiles());

        assertThat(all.text("search_files", "query", "needle")).contains("7 matching lines in 7 files");
    }
}
