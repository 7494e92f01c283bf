package dev.footbridge.function;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.protocol.Implementation;
import java.util.Optional;

/** What a function offers: the same in every cloud. */
public record FunctionApp(Implementation self, FeatureSet features, Optional<String> instructions) {

    /** Without a word to models about the whole. */
    public static FunctionApp of(Implementation self, FeatureSet features) {
        return new FunctionApp(self, features, Optional.empty());
    }
}
