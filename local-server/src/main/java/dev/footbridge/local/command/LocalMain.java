package dev.footbridge.local.command;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.util.List;
import java.util.Optional;

/**
 * The whole program around features that are always the same: {@code serve}, {@code stdio}, {@code tools}, {@code call}
 * and {@code config}. What opens things by options of its own brings an {@link Offering} to a {@link CommandLine}.
 *
 * <pre>{@code
 * public static void main(String[] words) {
 *     LocalMain.run(Implementation.of("my-tools", "1"), FeatureSet.of(new OrderToolsModule(new OrderTools())), words);
 * }
 * }</pre>
 */
public final class LocalMain {

    private LocalMain() {}

    /** Runs the command that the words say, and ends the process with its exit code. */
    public static void run(Implementation self, FeatureSet features, String... words) {
        System.exit(CommandLine.ofProcess(new Always(features), self).run(List.of(words)));
    }

    /** Offers the same to everybody, for as long as the process lives. */
    record Always(FeatureSet features) implements Offering, Offer {

        @Override
        public Offer open(FeatureOptions options) {
            return this;
        }

        @Override
        public boolean hasOptions() {
            return false;
        }

        @Override
        public Optional<String> instructions() {
            return Optional.empty();
        }

        @Override
        public void watch(Catalog catalog, Log log) {}

        @Override
        public void close() {}
    }
}
