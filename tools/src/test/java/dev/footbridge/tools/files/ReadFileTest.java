package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.ToolResult;
import dev.footbridge.protocol.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFileTest {

    private static final FilesSettings SMALL =
            new FilesSettings(false, false, true, 1000, 5000, 5000, 10, Duration.ofSeconds(10));

    @TempDir
    Path root;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);

    @BeforeEach
    void open() {
        desk = Desk.at(root, FilesSettings.DEFAULT);
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    @Test
    void aWholeFileComesAsItIsWithANoteBehind() {
        desk.file("docs/a.md", "# Title\n\nText\n");

        ToolResult result = desk.result("read_file", "path", "docs/a.md");

        assertThat(result.content())
                .containsExactly(
                        Content.text("# Title\n\nText\n"), Content.text("[docs/a.md, lines 1-3 of 3, UTF-8.]"));
    }

    @Test
    void aRangeSaysHowToGoOn() {
        desk.file("a.txt", lines(2310));

        String text = desk.text("read_file", "path", "a.txt", "from_line", 401, "max_lines", 2);

        assertThat(text)
                .isEqualTo("line 401\nline 402\n\n"
                        + "[a.txt, lines 401-402 of 2,310, UTF-8. Continue with from_line=403.]");
    }

    @Test
    void linesThatWereNotCountedToTheEndAreSaidToBeAtLeastSoMany() {
        FilesSettings hasty = new FilesSettings(false, false, true, 65536, 5000, 5000, 10, Duration.ofNanos(1));
        Desk slow = Desk.at(root, hasty).file("a.txt", lines(2310));

        assertThat(slow.text("read_file", "path", "a.txt", "max_lines", 2))
                .endsWith("[a.txt, lines 1-2 of at least 1,000, UTF-8. Continue with from_line=3.]");
    }

    @Test
    void aFileReadPartByPartIsWhole() {
        Desk small = Desk.at(root, SMALL).file("a.txt", lines(1000));
        StringBuilder all = new StringBuilder();

        int from = 1;
        while (from <= 1000) {
            ToolResult part = small.result("read_file", "path", "a.txt", "from_line", from);
            String text = ((Content.Text) part.content().get(0)).text();
            assertThat(text.length()).isBetween(1, 1000);
            all.append(text);
            from += (int) text.lines().count();
        }

        assertThat(all).hasToString(lines(1000));
    }

    @Test
    void aLineBehindTheEndIsAFailureThatSaysHowManyThereAre() {
        desk.file("a.txt", lines(3));

        assertThat(desk.failure("read_file", "path", "a.txt", "from_line", 4))
                .isEqualTo("a.txt has 3 lines; from_line is behind its end.");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        desk.file("a.txt", "");

        assertThat(desk.text("read_file", "path", "a.txt")).isEqualTo("a.txt is empty.");
    }

    @Test
    void aHugeLineIsCutAndSaidToBe() {
        desk.file("a.json", "x".repeat(5_000_000) + "\nend");

        String text = desk.text("read_file", "path", "a.json");

        assertThat(text.length()).isLessThan(5000);
        assertThat(text)
                .contains("[cut: this line has 5,000,000 characters; go on with from_line=1 from_column=4001]")
                .contains("end", "lines 1-2 of 2", "1 long line is cut");
    }

    @Test
    void aLongLineCanBeReadToItsEnd() {
        String line =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining("\uD83D\uDE00"));
        desk.file("a.json", "first\n" + line + "\nend");
        Pattern cut = Pattern.compile(" … \\[cut: .* from_line=2 from_column=([0-9]+)]\n");
        StringBuilder all = new StringBuilder();
        int column = 1;

        while (column > 0) {
            String part = ((Content.Text) desk.result(
                                    "read_file",
                                    "path",
                                    "a.json",
                                    "from_line",
                                    2,
                                    "from_column",
                                    column,
                                    "max_lines",
                                    1)
                            .content()
                            .get(0))
                    .text();
            Matcher next = cut.matcher(part);
            boolean more = next.find();
            all.append(more ? part.substring(0, next.start()) : part);
            column = more ? Integer.parseInt(next.group(1)) : 0;
        }

        assertThat(all).hasToString(line + "\n");
    }

    @Test
    void aColumnIsOfTheFirstLineOnly() {
        desk.file("a.txt", "one\ntwo\nthree\n");

        assertThat(desk.text("read_file", "path", "a.txt", "from_line", 2, "from_column", 3))
                .isEqualTo("o\nthree\n\n[a.txt, lines 2 (from column 3)-3 of 3, UTF-8.]");
        assertThat(desk.failure("read_file", "path", "a.txt", "from_line", 2, "from_column", 4))
                .isEqualTo("Line 2 has 3 characters; from_column is behind its end.");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        desk.file("a.txt", "x" + "\uD83D\uDE00".repeat(5000));

        String text = desk.text("read_file", "path", "a.txt");

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void everyLineEndCounts() {
        desk.file("a.txt", "one\r\ntwo\rthree\n\nfive");

        assertThat(desk.text("read_file", "path", "a.txt"))
                .startsWith("one\ntwo\nthree\n\nfive\n")
                .contains("of 5");
    }

    @Test
    void encodingsAreRecognisedAndNamed() {
        desk.file("utf8.txt", "grün\n");
        desk.file("bom.txt", "\uFEFFgrün\n");
        desk.file("le.txt", "\uFEFFgrün\n".getBytes(StandardCharsets.UTF_16LE));
        desk.file("be.txt", "\uFEFFgrün\n".getBytes(StandardCharsets.UTF_16BE));
        desk.file("latin.txt", "grün\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(desk.text("read_file", "path", "utf8.txt"))
                .startsWith("grün\n")
                .contains(", UTF-8.");
        assertThat(desk.text("read_file", "path", "bom.txt"))
                .startsWith("grün\n")
                .contains("UTF-8 with BOM");
        assertThat(desk.text("read_file", "path", "le.txt"))
                .startsWith("grün\n")
                .contains("UTF-16LE");
        assertThat(desk.text("read_file", "path", "be.txt"))
                .startsWith("grün\n")
                .contains("UTF-16BE");
        assertThat(desk.text("read_file", "path", "latin.txt"))
                .startsWith("grün\n")
                .contains("Windows-1252, guessed");
    }

    @Test
    void quotesAndDashesOfWindowsAreNoControlCharacters() {
        desk.file("a.txt", new byte[] {(byte) 0x93, 'a', (byte) 0x94, (byte) 0x96, (byte) 0x80, '\n'});
        desk.file("b.txt", new byte[] {'a', (byte) 0x81, (byte) 0xFC, '\n'});

        assertThat(desk.text("read_file", "path", "a.txt")).startsWith("\u201Ca\u201D\u2013\u20AC\n");
        assertThat(desk.text("read_file", "path", "b.txt"))
                .startsWith("a\u0081\u00FC\n")
                .contains("Latin-1");
    }

    @Test
    void aCharacterAcrossTheEndOfTheSampleIsNoReasonToGuessLatin1() {
        desk.file("a.txt", "x".repeat(TextKind.SAMPLE_BYTES - 1) + "ü");

        assertThat(desk.text("read_file", "path", "a.txt")).contains(", UTF-8.");
    }

    @Test
    void aBinaryFileIsOfferedAsAResource() {
        desk.file("report one.pdf", "%PDF-1.7 text that looks harmless");

        ToolResult result = desk.result("read_file", "path", "report one.pdf");

        assertThat(desk.text("read_file", "path", "report one.pdf"))
                .contains("binary file (application/pdf", "files:///report%20one.pdf");
        assertThat(result.content().get(1)).isInstanceOf(Content.Link.class);
    }

    @Test
    void aPictureComesAsAPictureUnlessItIsTooLarge() {
        desk.file("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        desk.file("b.png", new byte[2 * 1024 * 1024]).file("c.png", new byte[5 * 1024 * 1024]);

        assertThat(desk.result("read_file", "path", "a.png").content().get(0)).isInstanceOf(Content.Image.class);
        assertThat(desk.text("read_file", "path", "b.png"))
                .isEqualTo("b.png is a picture (image/png, 2.0 MiB), too large to show here. "
                        + "Its bytes can be read as the resource files:///b.png.");
        assertThat(desk.failure("read_file", "path", "c.png"))
                .isEqualTo("c.png is a picture (image/png, 5.0 MiB), too large to show here. "
                        + "Files like it are served up to 4.0 MiB, so there is no way to read it from here.");
    }

    @Test
    void whatIsNoFileIsSaidSo() {
        desk.file("docs/a.md", "x");

        assertThat(desk.failure("read_file", "path", "docs")).startsWith("docs is a folder. Use list_files");
        assertThat(desk.failure("read_file", "path", ".")).startsWith("That is a folder.");
        assertThat(desk.failure("read_file", "path", "docs/x.md"))
                .isEqualTo("There is no file or folder docs/x.md. Use list_files to see what there is.");
        assertThat(desk.failure("read_file", "path", "docs/a.md/b")).startsWith("There is no file");
        assertThat(desk.failure("read_file", "path", "n".repeat(300))).startsWith("A name in that path is too long");
    }

    @Test
    void readersOfAWritableFolderLearnTheDigest() throws IOException {
        Desk writable = Desk.at(root, FilesSettings.DEFAULT.allowingWrites()).file("a.txt", "abc");

        assertThat(writable.text("read_file", "path", "a.txt"))
                .contains("sha256 of the whole file: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
