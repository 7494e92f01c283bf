package dev.footbridge.dist.azure;

import dev.footbridge.azure.FunctionsHandler;

/** The function that {@code function.json} names. The worker makes one of it, as {@code META-INF/services} says. */
public final class FunctionsEntry extends FunctionsHandler {

    public FunctionsEntry() {
        super(AzureApp::open);
    }
}
