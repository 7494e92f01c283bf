package dev.footbridge.dist.azure;

import dev.footbridge.app.App;
import dev.footbridge.app.AppSettings;
import dev.footbridge.function.FunctionApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Opens the app. Knows nothing of the worker, whose classes are not there where a custom handler runs. */
final class AzureApp {

    private AzureApp() {}

    static FunctionApp open() {
        try {
            App app = App.open(new AppSettings(Optional.empty(), false));
            return new FunctionApp(App.SELF, app.features(), app.instructions());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
