package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The folders that are watched, a bounded number. Used by one thread. */
final class WatchedTree {

    private static final int MAX_FOLDERS = 4096;
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    private final Walk walk;
    private final WatchService service;
    private final Log log;
    private final Map<WatchKey, RelativePath> folders = new HashMap<>();
    private boolean full;

    WatchedTree(Walk walk, WatchService service, Log log) {
        this.walk = walk;
        this.service = service;
        this.log = log;
    }

    /** Watches a folder and all below it that is served and not ignored; every file that is there is handed over. */
    void add(RelativePath folder, Consumer<RelativePath> files) throws IOException {
        register(folder);
        try {
            walk.through(folder, "", true, found -> {
                if (found.isFolder()) {
                    register(found.path());
                } else if (found.isFile()) {
                    files.accept(found.path());
                }
                return true;
            });
        } catch (ToolFailure goneAgain) {
            remove(folder);
        }
    }

    private void register(RelativePath folder) throws IOException {
        if (folders.size() >= MAX_FOLDERS) {
            if (!full) {
                full = true;
                log.warn("-", "more than " + MAX_FOLDERS + " folders: changes in the others are not announced");
            }
            return;
        }
        Path path = walk.served().real().resolve(folder.joined());
        try {
            WatchKey key = path.register(service, KINDS);
            if (path.toRealPath().equals(path)) {
                folders.put(key, folder);
            } else {
                key.cancel();
            }
        } catch (FileSystemException goneAgain) {
            remove(folder);
        }
    }

    /** Forgets a folder and all below it, wherever they have gone. */
    void remove(RelativePath folder) {
        folders.entrySet().removeIf(watched -> {
            boolean gone = watched.getValue().startsWith(folder);
            if (gone) {
                watched.getKey().cancel();
            }
            return gone;
        });
    }

    /** Makes ready for more events, or forgets a folder that has gone. */
    void reset(WatchKey key) {
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    Optional<RelativePath> folder(WatchKey key) {
        return Optional.ofNullable(folders.get(key));
    }
}
