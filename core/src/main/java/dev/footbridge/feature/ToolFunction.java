package dev.footbridge.feature;

import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;

/** What a tool does. Called by many threads at once. */
@FunctionalInterface
public interface ToolFunction {

    /**
     * Runs the tool.
     *
     * @param arguments checked against the tool's input schema
     * @throws ToolFailure for everything the model should be told, in words it can act on
     * @throws Exception for everything else: the client is told nothing but a reference into the log
     */
    ToolResult call(Values arguments, Call call) throws Exception;
}
