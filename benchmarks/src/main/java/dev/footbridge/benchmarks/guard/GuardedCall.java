package dev.footbridge.benchmarks.guard;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.audit.FileAuditSink;
import dev.footbridge.benchmarks.call.Walk;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.MemoryLimitStore;
import dev.footbridge.limit.Rate;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import dev.footbridge.policy.Policy;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same call over the same walk, without anything that guards it and with all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardedCall {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final int RULES = 100;

    private final Walk plain = Walk.of(server -> {}, Map.of());
    private @Nullable Walk guarded;
    private @Nullable Issuer issuer;
    private @Nullable FileAuditSink records;
    private Path file = Path.of("");

    /** Nobody is measured who does not do the work. */
    @Setup
    public void prepare() throws Exception {
        issuer = Issuer.elliptic();
        file = Files.createTempFile("audit", ".jsonl");
        records = FileAuditSink.open(file);
        Issuer known = Objects.requireNonNull(issuer);
        guarded = Walk.of(this::guard, Map.of("authorization", List.of("Bearer " + known.token())));
        for (Walk walk : List.of(plain, Objects.requireNonNull(guarded))) {
            String answer = new String(walk.once(), StandardCharsets.UTF_8);
            if (!answer.contains("\"grams\":1201")) {
                throw new AssertionError(answer);
            }
        }
        if (!Files.readString(file).contains("\"rule\":\"r99\"")) {
            throw new AssertionError("no record");
        }
    }

    @TearDown
    public void end() throws IOException {
        Objects.requireNonNull(issuer).close();
        Objects.requireNonNull(records).close();
        Files.delete(file);
    }

    @Benchmark
    public byte[] plain() {
        return plain.once();
    }

    @Benchmark
    public byte[] guarded() {
        return Objects.requireNonNull(guarded).once();
    }

    private void guard(McpServer.Builder server) {
        Issuer known = Objects.requireNonNull(issuer);
        OAuthSettings oauth = OAuthSettings.forResource(Issuer.RESOURCE)
                .trust(TrustedIssuer.of(known.url(), known.jwks()))
                .build();
        AuditTrail trail = new AuditTrail(
                "bench",
                new AuditKey(Secret.ofText("k".repeat(32))),
                Objects.requireNonNull(records),
                AuditTrail.Heads.NONE);
        LimitRule limit = LimitRule.of("each", LimitRule.Per.CALLER).rate(Rate.parse("900000/s"));
        server.authenticator(new OAuthAuthenticator(oauth, OAuthParts.of(CLOCK, Log.none())))
                .policy(policy())
                .limits(new Limiter(List.of(limit), new MemoryLimitStore(), false, CLOCK, Log.none()))
                .audit(Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), CLOCK));
    }

    /** The last rule is the one that allows. */
    private static Policy policy() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            rules.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"r")
                    .append(i)
                    .append("\",\"allow\":\"bots\",\"tools\":\"")
                    .append(i == RULES - 1 ? "weigh" : "other_" + i + "*")
                    .append("\",\"scopes\":\"parcels:weigh\",\"when\":[{\"arg\":\"/grams\",\"lte\":5000}]}");
        }
        String json = "{\"callers\":{\"bots\":{\"client\":\"app-7\"}},\"rules\":[" + rules + "]}";
        try {
            return PolicyReader.read((JsonObject) JsonReader.read(json));
        } catch (JsonException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
