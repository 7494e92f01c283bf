package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.local.StdioLoop;
import dev.footbridge.local.Threads;
import dev.footbridge.security.Authenticator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Serves a handful of real requests over HTTP and stdio and stops, so that a start-up cache (JEP 514) knows what a
 * server needs. The JVM that runs it writes the cache.
 */
record Training(Assembly assembly) {

    /** Every start loads all classes that training used: with a thousand tools that cost more than it saved. */
    private static final int MOST_TOOLS = 16;

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"training\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"training\",\"version\":\"1\"}}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    /** One request of revision 2026-07-28; {@code name} is empty for methods without one. */
    private record Request(String method, String name, String params) {

        String body() {
            String inner = params.isEmpty() ? META : params + "," + META;
            return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + inner + "}}";
        }

        String legacyBody() {
            return "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"" + method + "\",\"params\":{" + params + "}}";
        }
    }

    void run() throws CommandFailure {
        overStdio();
        fromATerminal();
        try {
            overHttp();
        } catch (IOException unanswered) {
            throw CommandFailure.start("the server did not answer its own request");
        }
    }

    private void overStdio() {
        StringBuilder lines = new StringBuilder();
        requests().forEach(request -> lines.append(request.body()).append('\n'));
        lines.append(INITIALIZE).append('\n').append(INITIALIZED).append('\n');
        requests().stream()
                .filter(request -> !request.method().equals("server/discover"))
                .forEach(request -> lines.append(request.legacyBody()).append('\n'));
        StdioLoop.Channel channel = new StdioLoop.Channel(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                ServerConfig.DEFAULTS.maxBodyBytes(),
                QUIET);
        try (McpServer server = assembly.server(ServerConfig.DEFAULTS, Authenticator.anonymous())) {
            assembly.converse(server, channel);
        }
    }

    private void fromATerminal() throws CommandFailure {
        for (Tool tool : harmless()) {
            Arguments arguments = new Arguments(Map.of(), List.of(tool.name()));
            CallCommand.run(arguments, assembly, nobody());
        }
    }

    private static Io nobody() {
        return new Io(InputStream.nullInputStream(), silent(), silent(), Map.of(), Io.Person.NOWHERE, "footbridge");
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private void overHttp() throws CommandFailure, IOException {
        Arguments arguments = Arguments.parse(List.of("--port", "0"), Option.kinds(Option.SERVE));
        ServeOptions options = ServeOptions.of(arguments, Map.of(), assembly.log());
        Assembly server = new Assembly(
                assembly.self(), assembly.offer(), assembly.secrets(), assembly.log(), Threads.forServer());
        try (ServeCommand.Running running = ServeCommand.start(options, server)) {
            Runtime.getRuntime().removeShutdownHook(running.stopOnSignal(server.offer()));
            new Welcome(nobody(), running.url(options), options, arguments).print(server);
            int port = running.http().port();
            for (Request request : requests()) {
                String name = request.name().isEmpty() ? "" : "Mcp-Name: " + request.name() + "\r\n";
                post(
                        port,
                        "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: " + request.method() + "\r\n" + name,
                        request.body());
            }
            post(port, "", INITIALIZE);
        }
    }

    private List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        requests.add(new Request("server/discover", "", ""));
        for (String list : List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
            requests.add(new Request(list, "", ""));
        }
        harmless().forEach(tool -> requests.add(call(tool)));
        return requests;
    }

    private List<Tool> harmless() {
        return assembly.offer().features().tools().values().stream()
                .filter(tool -> tool.effect() == Effect.READ_ONLY)
                .limit(MOST_TOOLS)
                .toList();
    }

    /** Whether the arguments suit the tool does not matter: reading, checking and answering is what is learnt. */
    private static Request call(Tool tool) {
        JsonObject arguments = JsonObject.builder()
                .put("name", "Ann")
                .put("path", "")
                .put("query", "a")
                .build();
        JsonObject.Builder known = JsonObject.builder();
        JsonObject properties = tool.listing().input().object("properties").orElse(JsonObject.EMPTY);
        arguments.members().forEach((name, value) -> {
            if (properties.has(name)) {
                known.put(name, value);
            }
        });
        String params = "\"name\":\"" + tool.name() + "\",\"arguments\":" + JsonWriter.text(known.build());
        return new Request("tools/call", tool.name(), params);
    }

    private static void post(int port, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "POST /mcp HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n" + headers
                    + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }
}
