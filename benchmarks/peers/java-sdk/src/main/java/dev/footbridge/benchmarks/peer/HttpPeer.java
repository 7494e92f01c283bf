package dev.footbridge.benchmarks.peer;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The Java SDK over stateless Streamable HTTP on Jetty; the port is the only argument. */
public final class HttpPeer {
    private HttpPeer() {}

    public static void main(String[] args) throws Exception {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .messageEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo("java-sdk", "1.0.0")
                .toolCall(AddTool.definition(), (context, request) -> AddTool.call(request))
                .build();
        serve(transport, Integer.parseInt(args[0]));
    }

    private static void serve(HttpServletStatelessServerTransport transport, int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(transport), "/mcp");
        server.setHandler(context);
        server.start();
    }
}
