package dev.footbridge.bridge.sdk;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The same shop in our server, on a loopback port. */
final class OurServer implements AutoCloseable {

    private final McpServer server;
    private final LocalServer local;

    private OurServer(FeatureSet features) throws IOException {
        this.server = server(features);
        this.local = new LocalServer(LocalSettings.loopback(0, Map.of("/mcp", server.http())), Log.none());
        local.start();
    }

    static OurServer streamable() throws IOException {
        return new OurServer(exchanging());
    }

    static OurServer stateless() throws IOException {
        return new OurServer(plain());
    }

    static McpServer server(FeatureSet features) {
        return McpServer.named(Implementation.of("shop", "1"))
                .features(features)
                .build();
    }

    static FeatureSet exchanging() {
        SdkFeatures.Builder features = SdkFeatures.builder();
        Shop.exchangeTools().forEach(features::add);
        AskingTools.all().forEach(features::add);
        return features.add(new McpServerFeatures.SyncResourceSpecification(
                        Shop.readme(), (exchange, request) -> Shop.readReadme(request)))
                .add(new McpServerFeatures.SyncResourceTemplateSpecification(
                        Shop.items(), (exchange, request) -> Shop.readItem(request)))
                .add(new McpServerFeatures.SyncPromptSpecification(
                        Shop.advice(), (exchange, request) -> Shop.giveAdvice(request)))
                .add(new McpServerFeatures.SyncCompletionSpecification(
                        Shop.ADVICE, (exchange, request) -> Shop.complete(request)))
                .add(new McpServerFeatures.SyncCompletionSpecification(
                        Shop.ITEMS, (exchange, request) -> Shop.complete(request)))
                .build();
    }

    static FeatureSet plain() {
        SdkFeatures.Builder features = SdkFeatures.builder();
        Shop.statelessTools().forEach(features::add);
        return features.add(new McpStatelessServerFeatures.SyncResourceSpecification(
                        Shop.readme(), (context, request) -> Shop.readReadme(request)))
                .add(new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                        Shop.items(), (context, request) -> Shop.readItem(request)))
                .add(new McpStatelessServerFeatures.SyncPromptSpecification(
                        Shop.advice(), (context, request) -> Shop.giveAdvice(request)))
                .add(new McpStatelessServerFeatures.SyncCompletionSpecification(
                        Shop.ADVICE, (context, request) -> Shop.complete(request)))
                .add(new McpStatelessServerFeatures.SyncCompletionSpecification(
                        Shop.ITEMS, (context, request) -> Shop.complete(request)))
                .build();
    }

    int port() {
        return local.port();
    }

    @Override
    public void close() {
        local.stop(Duration.ZERO, server::close);
    }
}
