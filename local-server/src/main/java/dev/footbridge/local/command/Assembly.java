package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import dev.footbridge.security.Authenticator;
import dev.footbridge.settings.Settings;
import java.util.concurrent.ThreadFactory;

/** Puts an MCP server together around an offer. */
record Assembly(Implementation self, Offer offer, Secrets secrets, Log log, ThreadFactory threads) {

    McpServer server(ServerConfig config, Authenticator authenticator) {
        return builder(config, authenticator).build();
    }

    McpServer server(ServerConfig config, Authenticator authenticator, Rulebook rulebook) throws CommandFailure {
        if (!rulebook.settings().equals(Settings.NONE)) {
            rulebook.check(offer.features().tools().keySet());
        }
        McpServer.Builder server = builder(config, authenticator);
        rulebook.apply(server, secrets, log);
        return server.build();
    }

    private McpServer.Builder builder(ServerConfig config, Authenticator authenticator) {
        return McpServer.named(self)
                .features(offer.features())
                .config(config.toBuilder()
                        .instructions(offer.instructions().orElse(null))
                        .build())
                .authenticator(authenticator)
                .secrets(secrets)
                .log(log)
                .threads(threads);
    }
}
