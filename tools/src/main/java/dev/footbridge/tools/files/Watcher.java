package dev.footbridge.tools.files;

import dev.footbridge.feature.Change;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.log.Log;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Announces what changes on disk, from one daemon thread; changes that come together are announced once. */
final class Watcher implements Closeable {

    private static final long QUIET_MILLIS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Walk walk;
    private final WatchService service;
    private final WatchedTree tree;
    private final Consumer<Change> listener;
    private final Log log;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final TreeSet<String> updated = new TreeSet<>();
    private boolean listChanged;

    private Watcher(Walk walk, WatchService service, Consumer<Change> listener, Log log) {
        this.walk = walk;
        this.service = service;
        this.tree = new WatchedTree(walk, service, log);
        this.listener = listener;
        this.log = log;
    }

    static Watcher start(Walk walk, Consumer<Change> listener, Log log) throws IOException {
        WatchService service = walk.served().real().getFileSystem().newWatchService();
        Watcher watcher = new Watcher(walk, service, listener, log);
        Thread thread = new Thread(watcher::run, "footbridge-files-watcher");
        thread.setDaemon(true);
        thread.start();
        return watcher;
    }

    /** Waits until everything is watched that is there now. */
    boolean awaitReady(Duration atMost) throws InterruptedException {
        return ready.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            tree.add(RelativePath.ROOT, file -> {});
            ready.countDown();
            while (true) {
                takeBatch();
                announce();
            }
        } catch (ClosedWatchServiceException | InterruptedException ended) {
            ready.countDown();
        } catch (IOException | RuntimeException failure) {
            log.error("-", "changes of files are not announced any more", failure);
        }
    }

    private void takeBatch() throws InterruptedException, IOException {
        WatchKey key = service.take();
        long start = System.nanoTime();
        while (key != null) {
            note(key);
            boolean longEnough = System.nanoTime() - start > LONGEST_WAIT.toNanos();
            key = longEnough ? null : service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void note(WatchKey key) throws IOException {
        RelativePath folder = tree.folder(key).orElse(null);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null) {
                continue;
            }
            if (StandardWatchEventKinds.OVERFLOW.equals(event.kind())) {
                rescan(folder);
            } else if (event.context() instanceof Path name) {
                note(folder.child(name.toString()), event.kind());
            }
        }
        tree.reset(key);
    }

    private void note(RelativePath path, WatchEvent.Kind<?> kind) throws IOException {
        if (walk.followIgnoreFiles() && path.name().equals(IgnoreFile.NAME)) {
            rescan(path.parent());
        }
        if (!walk.served().visibility().serves(path)) {
            return;
        }
        if (StandardWatchEventKinds.ENTRY_DELETE.equals(kind)) {
            tree.remove(path);
            gone(path);
            return;
        }
        try (Spot spot = walk.served().findUnlinked(path)) {
            boolean isFolder = spot.attributes().isDirectory();
            if (!walk.leavesOut(path, isFolder)) {
                there(spot, StandardWatchEventKinds.ENTRY_CREATE.equals(kind));
            }
        } catch (ToolFailure | FileSystemException goneAgain) {
            gone(path);
        }
    }

    private void there(Spot spot, boolean isNew) throws IOException {
        listChanged |= isNew;
        if (spot.attributes().isRegularFile()) {
            updated.add(spot.path().uri());
        } else if (isNew && spot.attributes().isDirectory()) {
            tree.add(spot.path(), file -> updated.add(file.uri()));
        }
    }

    private void gone(RelativePath path) throws IOException {
        if (!walk.leavesOut(path, false)) {
            updated.add(path.uri());
            listChanged = true;
        }
    }

    /** After lost events or new rules: anything below may be another. */
    private void rescan(RelativePath folder) throws IOException {
        tree.add(folder, file -> updated.add(file.uri()));
        listChanged = true;
    }

    private void announce() {
        updated.forEach(uri -> listener.accept(new Change.ResourceUpdated(uri)));
        if (listChanged) {
            listener.accept(new Change.ResourcesChanged());
        }
        updated.clear();
        listChanged = false;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
