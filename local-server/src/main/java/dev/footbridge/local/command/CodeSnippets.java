package dev.footbridge.local.command;

/** Programs that call this server with the official SDKs. */
final class CodeSnippets {

    private CodeSnippets() {}

    static String typescript(ClientSnippets.Target target) {
        String options =
                target.token() ? ", {\n  authProvider: { token: async () => process.env.FOOTBRIDGE_TOKEN },\n}" : "";
        return """
                // npm install @modelcontextprotocol/client      client.mjs, run with: node client.mjs
                import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

                const transport = new StreamableHTTPClientTransport(new URL('%s')%s);
                const client = new Client(
                  { name: 'my-client', version: '1.0.0' },
                  { versionNegotiation: { mode: 'auto' } }, // 2026-07-28 first; without it the SDK asks for 2025-11-25
                );
                await client.connect(transport);
                const { tools } = await client.listTools();
                console.log(tools.map((tool) => tool.name));
                await client.close();""".formatted(target.url(), options);
    }

    static String java(ClientSnippets.Target target) {
        int path = target.url().lastIndexOf('/');
        String header = target.token()
                ? "\n                .httpRequestCustomizer((request, method, uri, body, context) ->\n"
                        + "                        request.header(\"Authorization\","
                        + " \"Bearer \" + System.getenv(\"FOOTBRIDGE_TOKEN\")))"
                : "";
        return """
                // Maven: io.modelcontextprotocol.sdk:mcp:2.1.0      speaks 2025-11-25 and older
                import io.modelcontextprotocol.client.McpClient;
                import io.modelcontextprotocol.client.McpSyncClient;
                import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

                public class MyClient {
                    public static void main(String[] args) {
                        var transport = HttpClientStreamableHttpTransport.builder("%s")
                                .endpoint("%s")%s
                                .build();
                        try (McpSyncClient client = McpClient.sync(transport).build()) {
                            client.initialize();
                            client.listTools().tools().forEach(tool -> System.out.println(tool.name()));
                        }
                    }
                }""".formatted(target.url().substring(0, path), target.url().substring(path), header);
    }
}
