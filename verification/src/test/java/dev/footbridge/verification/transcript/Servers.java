package dev.footbridge.verification.transcript;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.BearerTokenAuthenticator;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The servers that transcripts name. */
final class Servers {

    private static final ServerConfig PLAIN = ServerConfig.DEFAULTS.toBuilder()
            .revealSelf(false)
            .instructions("Be brief.")
            .keepAlive(Duration.ofMillis(100))
            .build();

    private static final Authenticator TOKEN = new BearerTokenAuthenticator(Secret.ofText("opensesame"));

    private static final Implementation SELF = Implementation.of("transcript-server", "1.0");
    private static final Implementation DESCRIBED = new Implementation(
            "transcript-server", "1.0", "The Server", "Serves transcripts.", "https://example.com/", List.of());

    private Servers() {}

    /** A fresh server; the caller closes it. */
    static McpServer named(String name, TestClock clock) {
        SlowTools slow = new SlowTools();
        List<Tool> tools = new ArrayList<>(new PlainTools().all());
        tools.addAll(AskingTools.all());
        tools.addAll(KeepingTools.all());
        tools.addAll(slow.all());
        FeatureSet features = switch (name) {
            case "bare" -> FeatureSet.EMPTY;
            case "tiny" -> Library.tiny();
            case "schemas" -> Library.schemas();
            default -> Library.everythingBut(tools);
        };
        McpServer server = McpServer.named(name.equals("described") ? DESCRIBED : SELF)
                .features(features)
                .config(config(name))
                .clock(clock)
                .authenticator(name.equals("guarded") ? TOKEN : Authenticator.anonymous())
                .log(Log.none())
                .build();
        slow.connect(server.catalog());
        return server;
    }

    static ServerConfig config(String name) {
        ServerConfig.Builder config = PLAIN.toBuilder();
        return (switch (name) {
                    case "plain", "described", "tiny", "schemas" -> config;
                    case "bare" -> config.instructions(null);
                    case "revealing" -> config.revealSelf(true);
                    case "paged" -> config.pageSize(2);
                    case "small" -> config.maxBodyBytes(500);
                    case "cached" -> config.listTtl(Duration.ofMinutes(1));
                    case "origins", "guarded" -> config.allowedOrigins(List.of("https://good.example"));
                    case "stateless" -> config.sessions(SessionMode.STATELESS);
                    case "modern-only" -> config.sessions(SessionMode.OFF);
                    default -> throw new IllegalArgumentException("no server is called " + name);
                })
                .build();
    }
}
