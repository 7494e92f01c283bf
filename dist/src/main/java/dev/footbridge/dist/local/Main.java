package dev.footbridge.dist.local;

import dev.footbridge.app.App;
import dev.footbridge.app.AppSettings;
import dev.footbridge.local.command.CommandFailure;
import dev.footbridge.local.command.CommandLine;
import dev.footbridge.local.command.FeatureOptions;
import dev.footbridge.local.command.Offer;
import java.io.IOException;
import java.util.List;

/** The app with the local adapter: what {@code ./footbridge} starts. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(
                CommandLine.ofProcess(Main::open, App.SELF, new CloudStores()).run(List.of(words)));
    }

    private static Offer open(FeatureOptions options) throws CommandFailure {
        try {
            return new AppOffer(App.open(new AppSettings(options.folder(), options.writable())));
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.start(String.valueOf(unusable.getMessage()));
        } catch (IOException unreadable) {
            throw CommandFailure.start("the folder cannot be opened");
        }
    }
}
