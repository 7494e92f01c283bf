package dev.footbridge.dist.azure;

import dev.footbridge.azure.StreamingFunction;
import dev.footbridge.azure.program.SignedIn;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.json.JsonObject;
import dev.footbridge.local.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves a few requests of its own to a server whose settings are made up, so that a cache of classes (JEP 350, 514)
 * knows what a start needs. Asks nothing of Azure. The JVM that runs it writes the cache.
 */
record StreamTraining(FunctionLog log) {

    private static final int MOST_TOOLS = 16;
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"training\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"training\",\"version\":\"1\"}}}";

    /** Somebody whom the platform knows may call; a token of Entra is looked at as far as it goes without asking. */
    void run() throws IOException {
        serve(SignedIn.SETTINGS, StreamTraining::calls);
        serve(
                Map.of(
                        "FOOTBRIDGE_AUTH",
                        "entra",
                        "FOOTBRIDGE_ENTRA_TENANTS",
                        "00000000-0000-0000-0000-00000000000b",
                        "FOOTBRIDGE_ENTRA_AUDIENCES",
                        "api://training",
                        "WEBSITE_HOSTNAME",
                        "example.azurewebsites.net"),
                port -> {
                    send(port, "GET / HTTP/1.1", "", "");
                    send(port, "POST /mcp HTTP/1.1", "Content-Type: application/json\r\n", INITIALIZE);
                    send(port, "GET /.well-known/oauth-protected-resource/mcp HTTP/1.1", "", "");
                });
    }

    /** What is sent to a server that listens. */
    private interface Requests {
        void to(int port) throws IOException;
    }

    private void serve(Map<String, String> settings, Requests requests) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("FOOTBRIDGE_SEALING_KEYS", "env:TRAINING");
        environment.put("TRAINING", "0123456789abcdef0123456789abcdef");
        try (StreamingFunction function = StreamingFunction.of(StreamMain.class, AzureApp::open, environment, log)) {
            LocalServer server = StreamMain.serve(function, 0, log);
            try {
                requests.to(server.port());
            } finally {
                server.stop(Duration.ofSeconds(1), () -> {});
            }
        }
    }

    private static void calls(int port) throws IOException {
        ask(port, "server/discover", "", "");
        ask(port, "tools/list", "", "");
        List<Tool> harmless = AzureApp.open().features().tools().values().stream()
                .filter(tool -> tool.effect() == Effect.READ_ONLY)
                .limit(MOST_TOOLS)
                .toList();
        for (Tool tool : harmless) {
            boolean named = tool.listing()
                    .input()
                    .object("properties")
                    .orElse(JsonObject.EMPTY)
                    .has("name");
            String arguments = named ? "{\"name\":\"Ann\"}" : "{}";
            ask(port, "tools/call", tool.name(), "\"name\":\"" + tool.name() + "\",\"arguments\":" + arguments + ",");
        }
        send(port, "POST /mcp HTTP/1.1", common(), INITIALIZE);
    }

    private static void ask(int port, String method, String name, String params) throws IOException {
        String headers = common() + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: " + method + "\r\n"
                + (name.isEmpty() ? "" : "Mcp-Name: " + name + "\r\n");
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params + META + "}}";
        send(port, "POST /mcp HTTP/1.1", headers, body);
    }

    /** Of a request as the host would forward it. */
    private static String common() {
        StringBuilder headers = new StringBuilder("Content-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nX-Forwarded-For: 192.0.2.1\r\n"
                + "X-Forwarded-Proto: https\r\nX-MS-Invocation-Id: 00000000-0000-0000-0000-000000000001\r\n");
        SignedIn.headers().forEach((name, value) -> headers.append(name + ": " + value + "\r\n"));
        return headers.toString();
    }

    private static void send(int port, String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = line + "\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                    + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }
}
