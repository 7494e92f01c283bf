package dev.footbridge.aws;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.protocol.Implementation;
import java.util.Optional;

/** What a function offers. */
public record LambdaApp(Implementation self, FeatureSet features, Optional<String> instructions) {

    /** Without a word to models about the whole. */
    public static LambdaApp of(Implementation self, FeatureSet features) {
        return new LambdaApp(self, features, Optional.empty());
    }
}
