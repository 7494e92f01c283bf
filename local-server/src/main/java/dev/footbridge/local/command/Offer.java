package dev.footbridge.local.command;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import java.util.Optional;

/** What an {@link Offering} opened; closed when nobody is served any more. */
public interface Offer extends AutoCloseable {

    FeatureSet features();

    /** What a model should know about the server as a whole. */
    Optional<String> instructions();

    /** Begins to publish changes of what is offered; called at most once, by servers that live long. */
    void watch(Catalog catalog, Log log);

    @Override
    void close();
}
