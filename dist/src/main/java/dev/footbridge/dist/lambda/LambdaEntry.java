package dev.footbridge.dist.lambda;

import dev.footbridge.app.App;
import dev.footbridge.app.AppSettings;
import dev.footbridge.aws.LambdaHandler;
import dev.footbridge.function.FunctionApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The handler that the template names. The managed runtime makes one of it. */
public final class LambdaEntry extends LambdaHandler {

    public LambdaEntry() {
        super(LambdaEntry::app);
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
