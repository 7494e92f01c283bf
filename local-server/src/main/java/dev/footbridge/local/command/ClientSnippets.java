package dev.footbridge.local.command;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each client must be told to reach this server: the file it reads, and the text to put there. */
final class ClientSnippets {

    private static final Map<String, Function<Target, String>> BY_CLIENT = table();

    private ClientSnippets() {}

    /**
     * The server to connect to.
     *
     * @param name what clients call it
     * @param command words that start it on stdio, absolute paths only
     * @param token whether clients must send a bearer token
     */
    record Target(String name, String url, List<String> command, boolean token) {}

    /** The name in letters that every client takes. */
    static String nameOf(Implementation self) {
        return self.name().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    static String names() {
        return String.join(", ", BY_CLIENT.keySet());
    }

    static String of(String client, Target target) throws CommandFailure {
        Function<Target, String> snippet = BY_CLIENT.get(client);
        if (snippet == null) {
            throw CommandFailure.usage("no such client: " + client + Nearest.hintAndStop(client, BY_CLIENT.keySet())
                    + " Choose one of " + names());
        }
        return snippet.apply(target);
    }

    private static Map<String, Function<Target, String>> table() {
        Map<String, Function<Target, String>> table = new LinkedHashMap<>();
        table.put("claude-desktop", ClientSnippets::claudeDesktop);
        table.put("claude-code", ClientSnippets::claudeCode);
        table.put("cursor", ClientSnippets::cursor);
        table.put("vscode", ClientSnippets::vscode);
        table.put("windsurf", ClientSnippets::windsurf);
        table.put("mcp-remote", ClientSnippets::mcpRemote);
        table.put("inspector", ClientSnippets::inspector);
        table.put("typescript", CodeSnippets::typescript);
        table.put("java", CodeSnippets::java);
        return table;
    }

    private static String claudeDesktop(Target target) {
        return """
                # Claude Desktop starts the server itself. Settings > Developer > Edit Config opens the file:
                #   macOS    ~/Library/Application Support/Claude/claude_desktop_config.json
                #   Windows  %APPDATA%\\Claude\\claude_desktop_config.json
                #   Linux    ~/.config/Claude/claude_desktop_config.json
                # Restart Claude Desktop afterwards.
                """ + named("mcpServers", target, started(target));
    }

    private static String claudeCode(Target target) {
        String header = target.token() ? " --header \"Authorization: Bearer $FOOTBRIDGE_TOKEN\"" : "";
        return "# Claude Code: run this in the project (add --scope user for every project)\n"
                + "claude mcp add --transport http " + target.name() + " " + target.url() + header + "\n\n"
                + "# or put this into .mcp.json at the top of the project, to share it with the team\n"
                + named("mcpServers", target, typed(remote("url", target, "${FOOTBRIDGE_TOKEN}")));
    }

    private static String cursor(Target target) {
        return "# Cursor: ~/.cursor/mcp.json for every project, .cursor/mcp.json for one\n"
                + named("mcpServers", target, remote("url", target, "${env:FOOTBRIDGE_TOKEN}"));
    }

    private static String vscode(Target target) {
        JsonObject servers = JsonObject.of(
                "servers", JsonObject.of(target.name(), typed(remote("url", target, "${input:footbridge-token}"))));
        JsonObject input = JsonObject.builder()
                .put("type", "promptString")
                .put("id", "footbridge-token")
                .put("description", "Footbridge token")
                .put("password", true)
                .build();
        return "# VS Code: .vscode/mcp.json, or the command \"MCP: Open User Configuration\" for every project\n"
                + JsonWriter.pretty(target.token() ? servers.with("inputs", JsonArray.of(input)) : servers);
    }

    private static String windsurf(Target target) {
        return "# Windsurf: ~/.codeium/windsurf/mcp_config.json (Windows: %USERPROFILE%\\.codeium\\windsurf), then\n"
                + "# press Refresh in the MCP panel of Cascade\n"
                + named("mcpServers", target, remote("serverUrl", target, "${env:FOOTBRIDGE_TOKEN}"));
    }

    private static String mcpRemote(Target target) {
        List<String> words = new ArrayList<>(
                List.of("-y", "mcp-remote", target.url(), "--transport", "http-only", "--protocol", "auto"));
        JsonObject server = JsonObject.of("command", "npx");
        if (target.token()) {
            words.add("--header");
            words.add("Authorization:${AUTH_HEADER}");
        }
        server = server.with("args", JsonArray.ofStrings(words));
        if (target.token()) {
            server = server.with("env", JsonObject.of("AUTH_HEADER", "Bearer PUT-THE-TOKEN-HERE"));
        }
        return "# mcp-remote: for clients that only start programs; it needs Node. Goes where the client keeps its\n"
                + "# servers, claude_desktop_config.json for one\n"
                + named("mcpServers", target, server);
    }

    private static String inspector(Target target) {
        String header = target.token() ? " \\\n  --header \"Authorization: Bearer $FOOTBRIDGE_TOKEN\"" : "";
        return "# MCP Inspector: nothing to write down, run it (Node 22.19 or newer)\n"
                + "npx @modelcontextprotocol/inspector --cli " + target.url()
                + " --transport http --protocol-era auto --method tools/list" + header + "\n\n"
                + "# with its page in a browser: choose Streamable HTTP and the URL above\n"
                + "npx @modelcontextprotocol/inspector";
    }

    private static JsonObject started(Target target) {
        return JsonObject.builder()
                .put("command", target.command().get(0))
                .put(
                        "args",
                        JsonArray.ofStrings(
                                target.command().subList(1, target.command().size())))
                .build();
    }

    private static JsonObject remote(String urlKey, Target target, String token) {
        JsonObject server = JsonObject.of(urlKey, target.url());
        return target.token() ? server.with("headers", JsonObject.of("Authorization", "Bearer " + token)) : server;
    }

    private static JsonObject typed(JsonObject server) {
        return JsonObject.builder().put("type", "http").putAll(server).build();
    }

    private static String named(String key, Target target, Json server) {
        return JsonWriter.pretty(JsonObject.of(key, JsonObject.of(target.name(), server)));
    }
}
