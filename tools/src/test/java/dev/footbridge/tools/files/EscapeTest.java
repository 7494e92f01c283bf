package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.feature.ToolFailure;
import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to get out of the folder. */
class EscapeTest {

    private static final String SECRET = "the secret outside";

    @TempDir
    Path place;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);
    private Path outside = Path.of(".");

    @BeforeEach
    void open() throws IOException {
        Path root = Files.createDirectory(place.resolve("root"));
        outside = Files.createDirectory(place.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        Files.writeString(place.resolve("root-of-another"), SECRET);
        desk = Desk.at(root, FilesSettings.DEFAULT.allowingWrites()).file("docs/a.md", "inside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/secret.txt",
                "docs/../../outside/secret.txt",
                "docs/..",
                "..",
                "/etc/passwd",
                "//etc/passwd",
                "~/secret",
                "C:/Windows/win.ini",
                "c:secret",
                "..\\outside\\secret.txt",
                "docs\\a.md",
                "\\\\host\\share",
                "docs/a.md\u0000.txt",
                "docs/a.md\\u0000.txt",
                "\\u002e\\u002e/outside/secret.txt",
                "..\\u002foutside/secret.txt",
                "%2e%2e/outside/secret.txt",
                "..%2foutside/secret.txt",
                "%2e%2e%2foutside%2fsecret.txt",
                "\u2025/outside/secret.txt",
                "\uFF0E\uFF0E/outside/secret.txt",
                "..;/outside/secret.txt",
                "../root-of-another",
                "file:///etc/passwd",
            })
    void noPathLeadsOut(String path) {
        assertThat(desk.failure("read_file", "path", path)).doesNotStartWith("did not fail");
        assertThat(desk.failure("list_files", "path", path)).doesNotStartWith("did not fail");
        assertThat(desk.failure("search_files", "path", path, "query", "e")).doesNotStartWith("did not fail");
        assertThat(desk.failure("delete_file", "path", path)).doesNotStartWith("did not fail");
        assertThat(desk.failure("move_file", "from", path, "to", "x")).doesNotStartWith("did not fail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../new",
                "/new",
                "a/../../new",
                "C:/new",
                "a\\b",
                "nul",
                "docs/AUX.txt",
                "com1.md",
                "a:stream",
                "dot.",
                "space ",
                "a\nb",
                "a\\u000ab",
                "a\u202Eb",
                "a\u2028b",
                ".hidden",
                ".git/config",
                "docs/.footbridge-1",
                "what?.md",
                "."
            })
    void noSuchFileIsWritten(String path) {
        assertThat(desk.failure("write_file", "path", path, "content", "x")).doesNotStartWith("did not fail");
        assertThat(desk.failure("move_file", "from", "docs/a.md", "to", path)).doesNotStartWith("did not fail");
    }

    @Test
    void linksThatLeadOutAreRefusedLikeBrokenOnes() {
        desk.link("out", outside)
                .link("file", outside.resolve("secret.txt"))
                .link("up", Path.of(".."))
                .link("broken", outside.resolve("not-there"));

        String broken = desk.failure("read_file", "path", "broken").replace("broken", "NAME");

        assertThat(desk.failure("read_file", "path", "file").replace("file is", "NAME is"))
                .isEqualTo(broken);
        assertThat(desk.failure("read_file", "path", "out/secret.txt")).contains("out of the served folder");
        assertThat(desk.failure("read_file", "path", "up/outside/secret.txt")).contains("out of the served folder");
        assertThat(desk.failure("list_files", "path", "out")).contains("out of the served folder");
        assertThat(desk.failure("search_files", "path", "out", "query", "secret"))
                .contains("out of the served folder");
        assertThat(desk.text("search_files", "query", "secret")).contains("No match");
        assertThat(desk.text("list_files", "recursive", true)).doesNotContain("secret.txt");
    }

    @Test
    void nothingIsChangedThroughLinks() throws IOException {
        desk.link("out", outside).link("file", outside.resolve("secret.txt")).link("in", Path.of("docs"));

        assertThat(desk.failure("write_file", "path", "file", "content", "x", "overwrite", true))
                .contains("link");
        assertThat(desk.failure("write_file", "path", "out/new.txt", "content", "x"))
                .contains("link");
        assertThat(desk.failure("write_file", "path", "out/deep/new.txt", "content", "x"))
                .contains("link");
        assertThat(desk.failure("write_file", "path", "in/new.txt", "content", "x"))
                .contains("link");
        assertThat(desk.failure("edit_file", "path", "file", "old_text", "secret", "new_text", "x"))
                .contains("link");
        assertThat(desk.failure("delete_file", "path", "out/secret.txt")).contains("link");
        assertThat(desk.failure("move_file", "from", "out/secret.txt", "to", "x"))
                .contains("link");
        assertThat(desk.failure("move_file", "from", "docs/a.md", "to", "out/a.md"))
                .contains("link");

        assertThat(outside.resolve("secret.txt")).hasContent(SECRET);
        try (var left = Files.list(outside)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void linksThatStayInsideAreFollowed() {
        desk.link("short.md", Path.of("docs/a.md"))
                .link("d", Path.of("docs"))
                .link("absolute.md", desk.root.resolve("docs/a.md"));

        assertThat(desk.text("read_file", "path", "short.md")).startsWith("inside");
        assertThat(desk.text("read_file", "path", "d/a.md")).startsWith("inside");
        assertThat(desk.text("read_file", "path", "absolute.md")).startsWith("inside");
        assertThat(desk.text("list_files", "path", "d")).startsWith("docs/a.md");
    }

    @Test
    void aLinkIsNoWayToHiddenFilesOrRoundInCircles() {
        desk.file(".env", "KEY=1")
                .link("env", Path.of(".env"))
                .link("docs/loop", Path.of(".."))
                .link("self", Path.of("self"));

        assertThat(desk.failure("read_file", "path", "env")).doesNotStartWith("did not fail");
        assertThat(desk.failure("read_file", "path", "self")).doesNotStartWith("did not fail");
        assertThat(desk.text("list_files", "recursive", true))
                .contains("docs/loop  (link to the served folder)", "env  (link, leads nowhere or out)")
                .contains("5 entries");
    }

    @Test
    void aFolderSwappedForALinkAgainAndAgainNeverLetsTheSecretOut() throws Exception {
        Path swapped = desk.root.resolve("swapped");
        Path real = desk.root.resolve("real");
        Files.createDirectory(real);
        Files.writeString(real.resolve("secret.txt"), "harmless");
        Path link = Files.createSymbolicLink(desk.root.resolve("link"), outside);
        AtomicBoolean stop = new AtomicBoolean();
        Thread swapper = new Thread(() -> swap(swapped, real, link, stop));
        swapper.start();
        try {
            for (int i = 0; i < 500; i++) {
                assertThat(desk.failure("read_file", "path", "swapped/secret.txt"))
                        .doesNotContain(SECRET);
                assertThat(desk.failure("search_files", "path", "swapped", "query", "secret"))
                        .doesNotContain(SECRET);
                assertThat(desk.failure("list_files", "path", "swapped", "recursive", true))
                        .doesNotContain("outside");
                assertThat(desk.failure("write_file", "path", "swapped/new", "content", "x", "overwrite", true))
                        .isNotEmpty();
            }
        } finally {
            stop.set(true);
            swapper.join();
        }
        assertThat(outside.resolve("new")).doesNotExist();
    }

    private static void swap(Path swapped, Path real, Path link, AtomicBoolean stop) {
        while (!stop.get()) {
            rename(real, swapped);
            rename(swapped, real);
            rename(link, swapped);
            rename(swapped, link);
        }
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException takenMeanwhile) {
            assertThat(takenMeanwhile).isNotNull();
        }
    }

    @Test
    void aLinkPutInPlaceOfAFileBetweenLookAndOpenIsNotFollowed() throws IOException {
        ServedFolder served = ServedFolder.open(desk.root, new Visibility(false));
        try (Spot spot = served.find(RelativePath.parse("docs/a.md"))) {
            Files.delete(desk.root.resolve("docs/a.md"));
            desk.link("docs/a.md", outside.resolve("secret.txt"));

            assertThatThrownBy(spot::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFolderHeldOpenStaysTheSameWhenItsNameIsGivenAway() throws IOException {
        assumeTrue(hasSecureStreams());
        ServedFolder served = ServedFolder.open(desk.root, new Visibility(false));
        desk.file("docs/secret.txt", "harmless");
        try (Spot spot = served.find(RelativePath.parse("docs/secret.txt"))) {
            Files.move(desk.root.resolve("docs"), desk.root.resolve("elsewhere"));
            desk.link("docs", outside);

            byte[] read = Channels.newInputStream(spot.read()).readAllBytes();

            assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("harmless");
        }
    }

    private boolean hasSecureStreams() throws IOException {
        try (var stream = Files.newDirectoryStream(desk.root)) {
            return stream instanceof SecureDirectoryStream;
        }
    }

    @Test
    void withoutSecureStreamsAMovedFolderIsRefused() throws IOException {
        PlainFolder plain = new PlainFolder(desk.root.toRealPath());
        Folder docs = plain.folder("docs");
        assertThat(docs.names()).containsExactly("a.md");
        Files.move(desk.root.resolve("docs"), desk.root.resolve("elsewhere"));
        desk.link("docs", outside);

        assertThatThrownBy(() -> docs.read("secret.txt")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> docs.create("new")).isInstanceOf(IOException.class);
        assertThatThrownBy(docs::names).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> plain.folder("docs")).isInstanceOf(IOException.class);
    }

    @Test
    void aPipeIsRefusedAndNeverWaitedFor() throws Exception {
        assumeTrue(File.separatorChar == '/' && new File("/usr/bin/mkfifo").canExecute());
        Path pipe = desk.root.resolve("docs/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(desk.failure("read_file", "path", "docs/pipe")).contains("neither a file nor a folder");
            assertThat(desk.failure("read_file", "path", "docs/pipe/x")).startsWith("There is no file");
            assertThat(desk.failure("list_files", "path", "docs/pipe")).contains("neither a file nor a folder");
            assertThat(desk.failure("search_files", "path", "docs/pipe", "query", "x"))
                    .contains("neither");
            assertThat(desk.failure("write_file", "path", "docs/pipe", "content", "x", "overwrite", true))
                    .contains("neither");
            assertThat(desk.text("search_files", "query", "inside")).contains("1 matching line in 1 file");
            assertThat(desk.text("list_files", "path", "docs"))
                    .doesNotContain("docs/pipe")
                    .endsWith("[1 entry; left out: 1 pipe, socket or device.]");
        });
    }

    @Test
    void aFolderThatIsNotThereIsRefusedInWordsForTheOperator() {
        assertThatThrownBy(() -> FilesPack.open(place.resolve("nope"), FilesSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no folder ");
        assertThatThrownBy(() -> FilesPack.open(outside.resolve("secret.txt"), FilesSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" is not a folder");
    }

    @Test
    void aFailureIsOneForTheModel() {
        assertThatThrownBy(() -> RelativePath.parse("x".repeat(5000))).isInstanceOf(ToolFailure.class);
    }
}
