package dev.footbridge.benchmarks.step;

import dev.footbridge.benchmarks.guard.Issuer;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.OAuthAuthenticator;
import dev.footbridge.oauth.OAuthParts;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Decision;
import dev.footbridge.policy.Policy;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.OriginGuard;
import dev.footbridge.security.Purpose;
import dev.footbridge.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/** Each step of a call by itself, on the same call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HotSteps {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final byte[] MESSAGE = ("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{"
                    + "\"name\":\"greet\",\"arguments\":{\"name\":\"Ada\"},\"_meta\":{"
                    + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"steps\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}")
            .getBytes(StandardCharsets.UTF_8);
    private static final String RULES = "{\"rules\":["
            + "{\"id\":\"readers\",\"tools\":\"greet\",\"allow\":\"*\",\"scopes\":\"parcels:weigh\"},"
            + "{\"id\":\"never-prod\",\"tools\":\"*\",\"deny\":\"*\",\"when\":["
            + "{\"arg\":\"/env\",\"exists\":true},{\"arg\":\"/env\",\"eq\":\"prod\"}]}]}";
    private static final Caller CALLER = Caller.named("https://id.example.com", "alice", AuthMethod.OAUTH_JWT)
            .scopes(Set.of("parcels:weigh"))
            .build();

    private final JsonObject tree = parsed(MESSAGE);
    private final Policy policy = policyOf(RULES);
    private final Access access = Access.toTool("greet", Instant.EPOCH).with(JsonObject.of("name", "Ada"));
    private final Sealer sealer = Sealer.withRandomKey(CLOCK);
    private final JsonObject state = JsonObject.of("answer", "yes");
    private final String sealed = sealer.seal(Purpose.REQUEST_STATE, "alice greet", state, LIFETIME);
    private final HttpHandler guarded =
            new OriginGuard(List.of("localhost:*"), List.of()).around(unused -> HttpResponse.json(200, MESSAGE));
    private Map<String, List<String>> fields = Map.of();
    private @Nullable HttpRequest request;
    private @Nullable OAuthAuthenticator authenticator;
    private @Nullable Issuer issuer;

    /** Nobody is measured who does not do the work. */
    @Setup
    public void prepare() throws Exception {
        issuer = Issuer.rsa();
        Issuer known = Objects.requireNonNull(issuer);
        OAuthSettings oauth = OAuthSettings.forResource(Issuer.RESOURCE)
                .trust(TrustedIssuer.of(known.url(), known.jwks()))
                .build();
        authenticator = new OAuthAuthenticator(oauth, OAuthParts.of(CLOCK, Log.none()));
        fields = Map.of(
                "host", List.of("localhost:8080"),
                "content-type", List.of("application/json"),
                "accept", List.of("application/json, text/event-stream"),
                "mcp-protocol-version", List.of("2026-07-28"),
                "mcp-method", List.of("tools/call"),
                "mcp-name", List.of("greet"),
                "authorization", List.of("Bearer " + known.token()));
        request = requestOf(headers());
        Authenticator.Outcome outcome = verifyKnown();
        require(outcome instanceof Authenticator.Identified, outcome.toString());
        require(policy().allowed(), "policy");
        require(open().isPresent(), "open");
        require(guard().status() == 200, "guard");
    }

    @TearDown
    public void end() {
        Objects.requireNonNull(issuer).close();
    }

    @Benchmark
    public Json parse() {
        return parsed(MESSAGE);
    }

    @Benchmark
    public byte[] write() {
        return JsonWriter.bytes(tree);
    }

    @Benchmark
    public Headers headers() {
        return new Headers(fields);
    }

    @Benchmark
    public HttpResponse guard() {
        return guarded.handle(Objects.requireNonNull(request));
    }

    @Benchmark
    public Authenticator.Outcome verifyKnown() {
        return Objects.requireNonNull(authenticator).authenticate(Objects.requireNonNull(request));
    }

    @Benchmark
    public Decision policy() {
        return policy.decide(CALLER, access);
    }

    @Benchmark
    public String seal() {
        return sealer.seal(Purpose.REQUEST_STATE, "alice greet", state, LIFETIME);
    }

    @Benchmark
    public Optional<JsonObject> open() {
        return sealer.open(Purpose.REQUEST_STATE, "alice greet", sealed);
    }

    private static HttpRequest requestOf(Headers headers) {
        return new HttpRequest("POST", "/mcp", "", headers, Bytes.of(MESSAGE), Arrival.unknown("steps"));
    }

    private static JsonObject parsed(byte[] bytes) {
        try {
            return (JsonObject) JsonReader.read(bytes);
        } catch (JsonException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Policy policyOf(String rules) {
        return PolicyReader.read(parsed(rules.getBytes(StandardCharsets.UTF_8)));
    }

    private static void require(boolean worked, String what) {
        if (!worked) {
            throw new AssertionError("a step does not do its work: " + what);
        }
    }
}
