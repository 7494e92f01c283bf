package dev.footbridge.local.command;

import java.net.URI;
import java.net.http.HttpRequest;

/** What clients ask a server with, for the list of its tools. */
final class Asking {

    static final String TOKEN = "0123456789abcdef-token";

    static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

    private Asking() {}

    /** @param more further headers, each a name and a value */
    static HttpRequest at(String address, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .POST(HttpRequest.BodyPublishers.ofString(LIST));
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        return request.build();
    }
}
