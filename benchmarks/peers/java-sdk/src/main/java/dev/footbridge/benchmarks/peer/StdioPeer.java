package dev.footbridge.benchmarks.peer;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

/** The Java SDK over stdio. */
public final class StdioPeer {
    private StdioPeer() {}

    public static void main(String[] args) {
        McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
                .serverInfo("java-sdk", "1.0.0")
                .toolCall(AddTool.definition(), (exchange, request) -> AddTool.call(request))
                .build();
    }
}
