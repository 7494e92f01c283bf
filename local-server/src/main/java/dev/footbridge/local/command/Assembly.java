package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.local.StdioLoop;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.Authenticator;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Puts an MCP server together around an offer. */
record Assembly(Implementation self, Offer offer, Secrets secrets, Log log, ThreadFactory threads) {

    McpServer server(ServerConfig config, Authenticator authenticator) {
        return builder(offer.features(), config, authenticator).build();
    }

    McpServer server(ServerConfig config, Authenticator authenticator, Rulebook rulebook) throws CommandFailure {
        FeatureSet features = offer.features();
        rulebook.check(features.tools().keySet());
        List<String> idle = rulebook.settings().idlePatterns(features.tools().keySet());
        if (!idle.isEmpty()) {
            log.warn("-", String.join("; ", idle));
        }
        McpServer.Builder server = builder(features, config, authenticator);
        rulebook.apply(server, secrets, log);
        return server.build();
    }

    /**
     * One client on two streams, until it has nothing more to say. Training does it too, so that its classes are known.
     */
    void converse(McpServer server, StdioLoop.Channel channel) {
        new StdioLoop(channel, log).run(server::converse);
    }

    private McpServer.Builder builder(FeatureSet features, ServerConfig config, Authenticator authenticator) {
        return McpServer.named(self)
                .features(features)
                .config(config.toBuilder()
                        .instructions(offer.instructions().orElse(null))
                        .build())
                .authenticator(authenticator)
                .secrets(secrets)
                .log(log)
                .threads(threads);
    }
}
