package dev.footbridge.app;

import dev.footbridge.app.sample.GreetingTools;
import dev.footbridge.app.sample.GreetingToolsModule;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.tools.files.FilesPack;
import dev.footbridge.tools.files.FilesSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything this server offers. Thread-safe.
 *
 * <p>To offer tools of your own, add a module to {@link #features()}, as the one of {@link GreetingTools} is.
 */
public final class App implements AutoCloseable {

    /** How the server introduces itself. */
    public static final Implementation SELF = Implementation.of("footbridge", "0.1.0");

    private final Optional<FilesPack> files;

    private App(Optional<FilesPack> files) {
        this.files = files;
    }

    /**
     * Opens what the settings name.
     *
     * @throws IllegalArgumentException if the folder cannot be served; the message is for the operator
     * @throws IOException if the system refuses access
     */
    public static App open(AppSettings settings) throws IOException {
        if (settings.folder().isEmpty()) {
            return new App(Optional.empty());
        }
        return new App(Optional.of(openFolder(settings.folder().get(), settings.writable())));
    }

    /** The files of the folder; the sample where there is none, because a model should see only tools that serve it. */
    public FeatureSet features() {
        return files.map(FilesPack::features)
                .orElseGet(() -> FeatureSet.of(new GreetingToolsModule(new GreetingTools())));
    }

    /** What a model should know before it chooses a tool. */
    public Optional<String> instructions() {
        return files.map(pack -> "This server offers the files of one folder. Paths are relative to that folder. Look"
                + " around with list_files, find text with search_files, then read the parts you need with"
                + " read_file.");
    }

    /** Publishes changes from now on, for servers that live long enough to see any. */
    public void watch(Catalog catalog, Log log) throws IOException {
        if (files.isPresent()) {
            files.get().watch(catalog, log);
        }
    }

    @Override
    public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
    }

    private static FilesPack openFolder(Path folder, boolean writable) throws IOException {
        FilesSettings settings = FilesSettings.DEFAULT;
        return FilesPack.open(folder, writable ? settings.allowingWrites() : settings);
    }
}
