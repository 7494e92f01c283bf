package dev.footbridge.feature;

import dev.footbridge.call.Call;
import dev.footbridge.json.JsonObject;

/**
 * What is behind a tool: checks the arguments, does the work, vouches for the result. {@link Tool.Builder#calls} makes
 * one of a {@link ToolFunction}; the annotation processor writes one. Called by many threads at once.
 */
@FunctionalInterface
public interface ToolBody {

    /**
     * Runs the tool.
     *
     * @param arguments as the client sent them; nothing has looked at them yet
     * @return a result that fits the output schema, if the tool has one
     * @throws InvalidArguments if they do not fit the input schema
     * @throws ToolFailure for everything else the model should be told
     * @throws Exception for what only the log is told
     */
    ToolResult call(JsonObject arguments, Call call) throws Exception;
}
