package dev.footbridge.benchmarks.peer;

import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** The MCP server of Spring AI, stateless over HTTP; the port comes as {@code --server.port=…}. */
@SpringBootApplication
public class SpringPeer {

    public static void main(String[] args) {
        SpringApplication.run(SpringPeer.class, args);
    }

    /** The one tool every subject of the start benchmark serves. */
    @Component
    public static class AddTool {

        @McpTool(name = "add", description = "Adds two integers.")
        public String add(@McpToolParam(description = "one") long a, @McpToolParam(description = "the other") long b) {
            return Long.toString(a + b);
        }
    }
}
