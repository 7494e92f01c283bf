package dev.footbridge.dist.azure;

import dev.footbridge.app.App;
import dev.footbridge.app.AppSettings;
import dev.footbridge.azure.FunctionsHandler;
import dev.footbridge.function.FunctionApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The function that {@code function.json} names. The worker makes one of it, as {@code META-INF/services} says. */
public final class FunctionsEntry extends FunctionsHandler {

    public FunctionsEntry() {
        super(FunctionsEntry::app);
    }

    static FunctionApp app() {
        try {
            App app = App.open(new AppSettings(Optional.empty(), false));
            return new FunctionApp(App.SELF, app.features(), app.instructions());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
