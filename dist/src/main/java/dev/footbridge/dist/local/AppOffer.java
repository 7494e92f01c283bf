package dev.footbridge.dist.local;

import dev.footbridge.app.App;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.local.command.Offer;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.util.Optional;

/** The app as the command line takes it. */
record AppOffer(App app) implements Offer {

    @Override
    public FeatureSet features() {
        return app.features();
    }

    @Override
    public Optional<String> instructions() {
        return app.instructions();
    }

    /** Without watching, clients still get everything; they only are not told of changes. */
    @Override
    public void watch(Catalog catalog, Log log) {
        try {
            app.watch(catalog, log);
        } catch (IOException noWatches) {
            log.error("-", "changes of files will not be announced", noWatches);
        }
    }

    @Override
    public void close() {
        try {
            app.close();
        } catch (IOException stillOpen) {
            // the process ends next, and the system closes what is left
        }
    }
}
