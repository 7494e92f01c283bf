package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {

    private static final Change LIST = new Change.ResourcesChanged();

    @TempDir
    Path root;

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);
    private @Nullable Watcher watcher;

    @BeforeEach
    void watch() throws Exception {
        desk = Desk.at(root, FilesSettings.DEFAULT)
                .file("a.md", "1")
                .file("sub/b.md", "1")
                .file(".gitignore", "build/\n*.log\n")
                .file("build/out.md", "1");
        Walk walk = new Walk(ServedFolder.open(root, new Visibility(false)), true, Order.BY_NAME, () -> false);
        Watcher started = Watcher.start(walk, changes::add, Log.none());
        watcher = started;
        assertThat(started.awaitReady(Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        Objects.requireNonNull(watcher).close();
    }

    private static Change updated(String path) {
        return new Change.ResourceUpdated("files:///" + path);
    }

    /** Everything that is announced until the last of what was expected. */
    private Set<Change> announcedUntil(Change... expected) throws InterruptedException {
        Set<Change> seen = new HashSet<>();
        while (!seen.containsAll(Set.of(expected))) {
            Change change = changes.poll(20, TimeUnit.SECONDS);
            assertThat(change).describedAs("seen so far: %s", seen).isNotNull();
            seen.add(change);
        }
        return seen;
    }

    @Test
    void aChangedFileIsAnnouncedAndTheListIsNot() throws Exception {
        desk.file("sub/b.md", "22");

        assertThat(announcedUntil(updated("sub/b.md"))).containsExactly(updated("sub/b.md"));
    }

    @Test
    void filesThatComeAndGoChangeTheList() throws Exception {
        desk.file("new one.md", "1");
        announcedUntil(updated("new%20one.md"), LIST);

        Files.delete(root.resolve("a.md"));
        announcedUntil(updated("a.md"), LIST);
    }

    @Test
    void newFoldersAreWatchedToo() throws Exception {
        desk.file("x/y/z.md", "1");
        announcedUntil(updated("x/y/z.md"), LIST);

        desk.file("x/y/z.md", "22");

        announcedUntil(updated("x/y/z.md"));
    }

    @Test
    void aRenamedFolderIsAnnouncedUnderItsNewName() throws Exception {
        Files.move(root.resolve("sub"), root.resolve("renamed"));
        announcedUntil(updated("renamed/b.md"), LIST);

        desk.file("renamed/b.md", "22");

        announcedUntil(updated("renamed/b.md"));
    }

    @Test
    void hiddenAndIgnoredFilesAreNotAnnounced() throws Exception {
        desk.file(".env", "1").file("a.log", "1").file("sub/c.log", "1").file("build/out.md", "22");
        desk.file("a.md", "end");

        assertThat(announcedUntil(updated("a.md"))).containsExactly(updated("a.md"));
    }

    @Test
    void newRulesChangeTheList() throws Exception {
        desk.file(".gitignore", "*.log\n");
        announcedUntil(LIST);

        desk.file("build/out.md", "333");

        announcedUntil(updated("build/out.md"));
    }

    @Test
    void aFileWrittenByAToolIsAnnouncedOnceUnderItsOwnName() throws Exception {
        Desk.at(root, FilesSettings.DEFAULT.allowingWrites())
                .text("write_file", "path", "deep/er/new.md", "content", "x");

        Set<Change> seen = announcedUntil(updated("deep/er/new.md"), LIST);

        assertThat(seen.toString()).doesNotContain(Visibility.TEMPORARY);
    }

    @Test
    void aPackTellsItsCatalogueAndWatchesOnce() throws Exception {
        Catalog catalog = new Catalog(FeatureSet.EMPTY);
        BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        catalog.listen(heard::add);
        try (FilesPack pack = FilesPack.open(root, FilesSettings.DEFAULT)) {
            pack.watch(catalog);

            Change change = null;
            for (int i = 0; change == null && i < 200; i++) {
                desk.file("a.md", "version " + i);
                change = heard.poll(100, TimeUnit.MILLISECONDS);
            }

            assertThat(change).isEqualTo(updated("a.md"));
            assertThatThrownBy(() -> pack.watch(catalog)).isInstanceOf(IllegalStateException.class);
        }
    }
}
