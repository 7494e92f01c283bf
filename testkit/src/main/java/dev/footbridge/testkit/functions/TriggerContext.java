package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.UUID;
import java.util.logging.Logger;

/** What a call is called. Immutable. */
final class TriggerContext implements ExecutionContext {

    private final String function;
    private final String invocation = UUID.randomUUID().toString();

    TriggerContext(String function) {
        this.function = function;
    }

    @Override
    public Logger getLogger() {
        return Logger.getLogger(function);
    }

    @Override
    public String getInvocationId() {
        return invocation;
    }

    @Override
    public String getFunctionName() {
        return function;
    }
}
