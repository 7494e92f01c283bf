package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

/** Gives the same instance for every call, and leaves a sign that it was made. */
public final class EchoInjector implements FunctionInstanceInjector {

    private final Echo only = new Echo();

    public EchoInjector() {
        System.setProperty("echo.injector", "made");
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(only);
    }
}
