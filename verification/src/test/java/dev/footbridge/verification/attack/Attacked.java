package dev.footbridge.verification.attack;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.key.ApiKeyAuthenticator;
import dev.footbridge.key.KeyStore;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.local.StderrLog;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.testkit.JsonText;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.tools.files.FilesPack;
import dev.footbridge.tools.files.FilesSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A server as an operator would run it, with everything it writes kept where a test can look. */
final class Attacked implements AutoCloseable {

    private static final String POLICY = """
            {"callers":{"people":{"subject":["alice","bob"]},"root":{"subject":"root"}},
             "rules":[
              {"id":"work","allow":"people","tools":["touch","echo","who","lines","regional","scoped","patterned","recursive",
               "crash","crash_deep","liar","noisy","flood","ask","ask_too","ask_about","keep","recall"]},
              {"id":"small-sums","allow":"people","tools":"pay",
               "when":[{"arg":"/amount","lte":500},{"arg":"/currency","in":["EUR","USD"]}]},
              {"id":"root","allow":"root","tools":"admin"},
              {"id":"files","allow":"people","resources":"files:///*"}]}""";

    final TestClock clock = TestClock.fixed();
    final AttackedTools tools = new AttackedTools();
    final List<String> records = new CopyOnWriteArrayList<>();
    final AtomicInteger logged = new AtomicInteger();
    final TokenMint mint;
    final KeyStore keys = new StateKeyStore(new MemoryStateStore(clock), clock);
    final Pepper pepper = new Pepper(List.of(Secret.ofText("pepper of the attacked server, 32+ bytes")));
    final McpServer server;
    final Log log;

    private final Path folder = Files.createTempDirectory("attacked");
    private final FilesPack files;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LocalServer local;

    Attacked() throws IOException {
        mint = new TokenMint(clock);
        files = served();
        StderrLog stderr = new StderrLog(new PrintStream(written, true, StandardCharsets.UTF_8), false);
        log = (level, requestId, message, cause) -> {
            logged.incrementAndGet();
            stderr.write(level, requestId, message, cause);
        };
        AuditTrail trail = new AuditTrail(
                "attacked",
                new AuditKey(Secret.ofText("audit key of the attacked server, 32+")),
                AuditSink.ofTexts(records::add),
                AuditTrail.Heads.NONE);
        server = McpServer.named(Implementation.of("attacked", "1.0"))
                .features(offered())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .allowedOrigins(List.of("https://ok.example"))
                        .pageSize(5)
                        .keepAlive(Duration.ofMillis(200))
                        .build())
                .clock(clock)
                .authenticator(
                        new AuthenticatorChain(List.of(new ApiKeyAuthenticator(keys, pepper, clock, log), tokens(log))))
                .policy(PolicyReader.read(JsonText.object(POLICY)))
                .audit(Audit.of(trail, new AuditSettings(AuditSettings.Detail.REDACTED, false, List.of()), log, clock))
                .log(log)
                .build();
        local = new LocalServer(LocalSettings.loopback(0, Map.of("/mcp", server.http())), log);
        local.start();
    }

    /** A folder of which one file may be read, and beside it what may not. */
    private FilesPack served() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("served/docs"));
        Files.writeString(docs.resolve("a.md"), "what-may-be-read");
        Files.writeString(folder.resolve("secret.md"), AttackedTools.SECRET);
        Files.writeString(folder.resolve("served/.env"), AttackedTools.SECRET);
        Files.createSymbolicLink(docs.resolve("out.md"), folder.resolve("secret.md"));
        Files.createSymbolicLink(docs.resolve("up"), folder);
        return FilesPack.open(folder.resolve("served"), FilesSettings.DEFAULT);
    }

    private FeatureSet offered() {
        FeatureSet.Builder features = FeatureSet.builder().tools(tools.all());
        files.features().templates().values().forEach(features::template);
        files.features().directories().forEach(features::directory);
        return features.build();
    }

    private OAuthAuthenticator tokens(Log log) {
        OAuthSettings settings = OAuthSettings.forResource(TokenMint.RESOURCE)
                .trust(TrustedIssuer.of(mint.issuer("a"), mint.issuer("a") + "/jwks"))
                .trust(TrustedIssuer.of(mint.issuer("b"), mint.issuer("b") + "/jwks"))
                .build();
        return new OAuthAuthenticator(settings, OAuthParts.of(clock, log));
    }

    int port() {
        return local.port();
    }

    /** What the log holds. */
    String log() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Forgets what was written so far. */
    void forget() {
        records.clear();
        logged.set(0);
        written.reset();
    }

    @Override
    public void close() throws IOException {
        local.close();
        server.close();
        mint.close();
        files.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
