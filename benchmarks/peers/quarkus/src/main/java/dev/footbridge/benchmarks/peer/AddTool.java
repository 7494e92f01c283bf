package dev.footbridge.benchmarks.peer;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;

/** The one tool every subject of the start benchmark serves. */
public final class AddTool {

    @Tool(description = "Adds two integers.")
    String add(@ToolArg(description = "one") long a, @ToolArg(description = "the other") long b) {
        return Long.toString(a + b);
    }
}
