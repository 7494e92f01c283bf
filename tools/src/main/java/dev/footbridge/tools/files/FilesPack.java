package dev.footbridge.tools.files;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files as tools, resources and prompts. Nothing outside the folder can be reached, whatever links, paths
 * or changes at the wrong moment try. Thread-safe.
 *
 * <p>Names that begin with a dot are not served unless the settings say so, {@code .git} never is. What
 * {@code .gitignore} files name is left out of listings and searches but can be read by its path. Hard links count as
 * files of the folder.
 */
public final class FilesPack implements Closeable {

    private final ServedFolder served;
    private final FilesSettings settings;
    private final AtomicReference<@Nullable Watcher> watcher = new AtomicReference<>();

    private FilesPack(ServedFolder served, FilesSettings settings) {
        this.served = served;
        this.settings = settings;
    }

    /**
     * Opens the folder; nothing of it is read yet.
     *
     * @throws IllegalArgumentException if it does not exist, is no folder or cannot be read; the message is for the
     *     operator and names the folder
     */
    public static FilesPack open(Path root, FilesSettings settings) throws IOException {
        return new FilesPack(ServedFolder.open(root, new Visibility(settings.showHidden())), settings);
    }

    /** Tools to list, read and search, those to write if allowed, the files as resources, and two prompts. */
    public FeatureSet features() {
        FileResources resources = new FileResources(served, settings);
        FeatureSet.Builder features = FeatureSet.builder()
                .tool(new ListFiles(served, settings).tool())
                .tool(new ReadFile(served, settings).tool())
                .tool(new SearchFiles(served, settings).tool())
                .template(resources.template())
                .directory(resources);
        new FilePrompts(served).all().forEach(features::prompt);
        if (settings.writable()) {
            Writer writer = new Writer(served);
            features.tool(new WriteFile(writer, settings).tool())
                    .tool(new EditFile(served, writer, settings).tool())
                    .tool(new MoveFile(writer).tool())
                    .tool(new DeleteFile(writer).tool());
        }
        return features.build();
    }

    /**
     * Tells the catalogue of changes on disk until this pack is closed, from one daemon thread. Folders beyond the
     * first 4,096 are not watched; the log says so.
     *
     * @throws IOException if the system has no more watches to give
     * @throws IllegalStateException if it is watching already
     */
    public void watch(Catalog catalog, Log log) throws IOException {
        Walk walk = new Walk(served, settings.followIgnoreFiles(), Order.BY_NAME, () -> false);
        Watcher next = Watcher.start(walk, catalog::publish, log);
        if (!watcher.compareAndSet(null, next)) {
            next.close();
            throw new IllegalStateException("the folder is watched already");
        }
    }

    /** As {@link #watch(Catalog, Log)}, without a log. */
    public void watch(Catalog catalog) throws IOException {
        watch(catalog, Log.none());
    }

    /** Stops watching. */
    @Override
    public void close() throws IOException {
        Watcher running = watcher.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }
}
