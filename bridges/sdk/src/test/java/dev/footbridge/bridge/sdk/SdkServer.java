package dev.footbridge.bridge.sdk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The SDK's own server on a loopback port, with the shop in it. */
final class SdkServer implements AutoCloseable {

    private static final McpSchema.ServerCapabilities ALL = McpSchema.ServerCapabilities.builder()
            .tools(false)
            .resources(false, false)
            .prompts(false)
            .completions()
            .logging()
            .build();

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);

    private SdkServer(HttpServlet servlet) throws Exception {
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/mcp");
        jetty.setHandler(context);
        jetty.start();
    }

    static SdkServer streamable() throws Exception {
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .mcpEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo("shop", "1")
                .capabilities(ALL)
                .tools(Stream.concat(Shop.exchangeTools().stream(), AskingTools.all().stream())
                        .toList())
                .resources(new McpServerFeatures.SyncResourceSpecification(
                        Shop.readme(), (exchange, request) -> Shop.readReadme(request)))
                .resourceTemplates(new McpServerFeatures.SyncResourceTemplateSpecification(
                        Shop.items(), (exchange, request) -> Shop.readItem(request)))
                .prompts(new McpServerFeatures.SyncPromptSpecification(
                        Shop.advice(), (exchange, request) -> Shop.giveAdvice(request)))
                .completions(List.of(
                        new McpServerFeatures.SyncCompletionSpecification(
                                Shop.ADVICE, (exchange, request) -> Shop.complete(request)),
                        new McpServerFeatures.SyncCompletionSpecification(
                                Shop.ITEMS, (exchange, request) -> Shop.complete(request))))
                .build();
        return new SdkServer(transport);
    }

    static SdkServer stateless() throws Exception {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo("shop", "1")
                .capabilities(ALL)
                .tools(Shop.statelessTools())
                .resources(new McpStatelessServerFeatures.SyncResourceSpecification(
                        Shop.readme(), (context, request) -> Shop.readReadme(request)))
                .resourceTemplates(new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                        Shop.items(), (context, request) -> Shop.readItem(request)))
                .prompts(new McpStatelessServerFeatures.SyncPromptSpecification(
                        Shop.advice(), (context, request) -> Shop.giveAdvice(request)))
                .completions(
                        new McpStatelessServerFeatures.SyncCompletionSpecification(
                                Shop.ADVICE, (context, request) -> Shop.complete(request)),
                        new McpStatelessServerFeatures.SyncCompletionSpecification(
                                Shop.ITEMS, (context, request) -> Shop.complete(request)))
                .build();
        return new SdkServer(transport);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
