package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.local.Threads;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --settings --audit}: the policy, the limits and the records, as a client over a socket sees them. */
final class ServeSettingsTest {

    private static final String FILE = """
            version: 1
            policy:
              rules:
                - { id: free, allow: "*", tools: nothing }
            limits:
              loop: { max: 3, within: 60s }
              rules:
                - { id: each, per: caller, rate: 4/min, burst: 4 }
            """;

    private static final List<Tool> TOOLS = List.of(tool("nothing"), tool("hidden"));

    private static Tool tool(String name) {
        return Tool.named(name)
                .describedAs("Does nothing.")
                .takes(Field.integer("n"))
                .calls((in, call) -> ToolResult.text("done"));
    }

    @TempDir
    private Path home;

    private final Map<String, String> env = new HashMap<>();
    private final List<String> logged = new ArrayList<>();

    @BeforeEach
    void findTheHome() {
        env.put("HOME", home.toString());
    }

    @Test
    void whatTheFileSaysIsDoneAndRecorded() throws Exception {
        Path audit = home.resolve("audit.jsonl");
        try (ServeCommand.Running running = start("--settings", settings(FILE), "--audit", audit.toString())) {
            assertThat(call(running, "nothing", 1).statusCode()).isEqualTo(200);
            assertThat(call(running, "hidden", 1).body()).contains("Unknown tool");
            call(running, "nothing", 1);
            call(running, "nothing", 1);
            assertThat(call(running, "nothing", 1).body())
                    .contains("same arguments 3 times")
                    .contains("isError");
            call(running, "nothing", 2);
            HttpResponse<String> refused = call(running, "nothing", 3);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("retry-after").orElse(0))
                    .isBetween(1L, 60L);
            assertThat(refused.body())
                    .contains("\"code\":42900", "\"id\":1", "retryAfterSeconds", "calling sooner will fail");
        }

        List<String> records = Files.readAllLines(audit);
        assertThat(records).hasSize(7);
        assertThat(records.get(1)).contains("\"status\":\"denied\"", "\"rule\":\"default\"");
        assertThat(records.get(4)).contains("\"status\":\"rate_limited\"");
        assertThat(records.get(6)).contains("\"status\":\"rate_limited\"", "\"id\":\"each\"");
        assertThat(new CommandLine(
                                options -> new LocalMain.Always(FeatureSet.EMPTY),
                                Implementation.of("test", "1"),
                                TestIo.of(OutputStream.nullOutputStream(), env))
                        .run(List.of("audit", "verify", audit.toString())))
                .isZero();
    }

    @Test
    void whatAFolderKeepsSurvivesARestartAndIsPrinted() throws Exception {
        String state = home.resolve("kept/state").toString();
        String audit = home.resolve("audit.jsonl").toString();
        String file = settings(FILE.replace("  loop:", "  metered: true\n  loop:"));
        String[] words = {"--settings", file, "--state", state, "--audit", audit};
        try (ServeCommand.Running running = start(words)) {
            for (int i = 0; i < 3; i++) {
                call(running, "nothing", i);
            }
        }
        try (ServeCommand.Running again = start(words)) {
            assertThat(call(again, "nothing", 4).statusCode()).isEqualTo(200);
            assertThat(call(again, "nothing", 5).statusCode()).isEqualTo(429);
        }

        assertThat(run("usage", "--state", state, "--by", "tool", "--csv"))
                .isEqualTo("0 tool,calls,cost\r\nnothing,4,4\r\n");
        assertThat(run("usage", "--state", state)).contains("tenant", "caller", "4");
        assertThat(run("usage", "--state", state, "--from", "2020-01-01", "--to", "2020-02-01"))
                .startsWith("0");
        assertThat(run("audit", "verify", audit, "--state", state))
                .startsWith("0 whole")
                .contains("3 records");

        List<String> records = Files.readAllLines(Path.of(audit));
        Files.write(Path.of(audit), records.subList(0, 4));
        assertThat(run("audit", "verify", audit, "--state", state))
                .startsWith("1 ")
                .contains("ends at record 1 and went to 2");
        Files.writeString(Path.of(audit), "");
        assertThat(run("audit", "verify", audit, "--state", state)).startsWith("1 not whole: there is no record in ");
        Files.write(Path.of(audit), new byte[] {(byte) 0xff, '\n'});
        assertThat(run("audit", "verify", audit)).startsWith("1 not whole: line 1 is no record");
    }

    @Test
    void daysThatAreNoneAreSaidToBeNone() throws Exception {
        String state = Files.createDirectories(home.resolve("s")).toString();

        assertThat(run("usage", "--state", state, "--from", "yesterday")).startsWith("2");
        assertThat(run("usage", "--state", state, "--from", "2026-02-01", "--to", "2026-01-01"))
                .startsWith("2");
        assertThat(run("usage", "--state", state, "--by", "moon")).startsWith("2");
        assertThat(run("usage")).startsWith("2");
        assertThat(run("usage", "--state", home.resolve("nowhere").toString())).doesNotStartWith("0");
    }

    /** The exit code, and what was printed. */
    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new CommandLine(
                        options -> new LocalMain.Always(FeatureSet.EMPTY),
                        Implementation.of("test", "1"),
                        TestIo.of(out, env))
                .run(List.of(words));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRuleForNothingIsOneLineOfTheLog() throws Exception {
        String file = settings(FILE.replace("tools: nothing", "tools: [nothing, \"find*\", \"pay*\"]"));

        start("--settings", file).close();

        assertThat(logged).containsOnlyOnce("/policy: find* matches no tool; /policy: pay* matches no tool null");
    }

    @Test
    void aRuleAboutAToolThatIsNotThereKeepsTheServerFromStarting() throws Exception {
        String file = settings(FILE.replace("tools: nothing", "tools: [nothing, nothng]"));

        assertThatThrownBy(() -> start("--settings", file)).hasMessageContaining("is not offered: nothng");
    }

    @Test
    void accessTokensOpenAServerBeyondLoopbackAndItsMetadataIsForEverybody() throws Exception {
        String file = settings("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  scopes: [notes:read]
                  issuers: [ { issuer: "https://id.example.com", jwks: "http://127.0.0.1:9/jwks" } ]
                """);

        assertThat(options("--host", "0.0.0.0", "--settings", file)
                        .credentials()
                        .fitForNetworks())
                .isTrue();
        try (ServeCommand.Running running = start("--settings", file)) {
            HttpResponse<String> refused = call(running, "nothing", 1);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElse(""))
                    .contains(
                            "Bearer resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"")
                    .contains("scope=\"notes:read\"");
            assertThat(get("http://127.0.0.1:" + running.http().port() + "/.well-known/oauth-protected-resource/mcp")
                            .body())
                    .contains("\"resource\":\"https://mcp.example.com/mcp\"", "https://id.example.com");
        }
    }

    /** Whoever is told to wait must still find out where to log in. */
    @Test
    void anAddressThatComesTooOftenStillGetsTheMetadata() throws Exception {
        String file = settings("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  issuers: [ { issuer: "https://id.example.com", jwks: "http://127.0.0.1:9/jwks" } ]
                limits: { rules: [ { id: ip, per: address, rate: 1/h, burst: 1 } ] }
                """);
        try (ServeCommand.Running running = start("--settings", file)) {
            assertThat(call(running, "nothing", 1).statusCode()).isEqualTo(401);
            HttpResponse<String> refused = call(running, "nothing", 1);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("retry-after").orElse(0))
                    .isBetween(1L, 3600L);
            assertThat(refused.body()).startsWith("{\"jsonrpc\":\"2.0\"").contains("\"code\":42900");
            String origin = "http://127.0.0.1:" + running.http().port();
            for (int i = 0; i < 20; i++) {
                assertThat(get(origin + "/.well-known/oauth-protected-resource").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void clientsAreToldTheNonceForTheirProofsWhichServersOfOneKeyShare() throws Exception {
        String file = settings("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  dpop: required
                  dpop_nonce: true
                  issuers: [ { issuer: "https://id.example.com", jwks: "http://127.0.0.1:9/jwks" } ]
                secrets: { nonce_key: "env:NONCES" }
                """);

        env.put("NONCES", "hunter2");
        assertThatThrownBy(() -> start("--settings", file)).hasMessageNotContaining("hunter2");
        env.put("NONCES", "ab".repeat(32));
        try (ServeCommand.Running one = start("--settings", file);
                ServeCommand.Running other = start("--settings", file)) {
            HttpResponse<String> refused = call(one, "nothing", 1);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("dpop-nonce").orElse("")).hasSize(43);
            assertThat(List.of(nonce(one), nonce(one))).containsAnyOf(nonce(other), nonce(other));
        }
    }

    private static String nonce(ServeCommand.Running running) throws Exception {
        return call(running, "nothing", 1).headers().firstValue("dpop-nonce").orElse("");
    }

    @Test
    void theOneTokenAndAccessTokensAreNotMixed() throws Exception {
        env.put("FOOTBRIDGE_TOKEN", Asking.TOKEN);
        String file = settings("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  issuers: [ { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" } ]
                """);

        assertThatThrownBy(() -> options("--settings", file)).hasMessageContaining("choose --token-file or oauth");
    }

    @Test
    void theWelcomeAsksNobodyToWriteAnAccessTokenDown() throws Exception {
        String file = settings("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  issuers: [ { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" } ]
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arguments arguments = Arguments.parse(List.of("--settings", file), Option.kinds(Option.SERVE));

        new Welcome(
                        TestIo.of(out, env),
                        "http://127.0.0.1:1/mcp",
                        ServeOptions.of(arguments, env, Log.none()),
                        arguments)
                .print(assembly());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("/mcp with OAuth access tokens\n")
                .contains("clients find where to log in by themselves")
                .doesNotContain("FOOTBRIDGE_TOKEN");
    }

    @Test
    void keysComeFromWhereTheSettingsRefer() throws Exception {
        String file = settings("""
                version: 1
                secrets:
                  audit_key: env:AUDIT_KEY
                  key_pepper: env:PEPPER
                  sealing_keys: env:SEALING
                """);
        env.put("AUDIT_KEY", "ab".repeat(32));
        env.put("PEPPER", "cd".repeat(32));
        env.put("SEALING", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        String audit = home.resolve("audit.jsonl").toString();
        String keys = home.resolve("keys.json").toString();

        String key = printed("keys", "create", "--owner", "ann", "--settings", file, "--file", keys);
        try (ServeCommand.Running running = start("--settings", file, "--audit", audit, "--keys", keys)) {
            assertThat(call(running, "nothing", 1).statusCode()).isEqualTo(401);
            assertThat(call(running, "nothing", 1, "Authorization", "Bearer " + key.strip())
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(printed("audit", "verify", "--settings", file, audit)).contains("whole: stream");
        assertThat(home.resolve(".footbridge")).doesNotExist();
    }

    @Test
    void aSecretThatCannotBeReadKeepsTheServerFromStarting() throws Exception {
        String file = settings("version: 1\nsecrets: {audit_key: \"env:NOT_SET\"}");
        assertThatThrownBy(() -> start("--settings", file))
                .hasMessage("/secrets/audit_key cannot be read: the environment variable NOT_SET is not set");

        String sealing = settings("version: 1\nsecrets: {sealing_keys: \"env:SEALING\"}");
        env.put("SEALING", "hunter2");
        assertThatThrownBy(() -> start("--settings", sealing))
                .hasMessageContaining("env:SEALING refers to must be")
                .hasMessageNotContaining("hunter2");
    }

    private String printed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(
                options -> new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("test", "1"), TestIo.of(out, env));
        assertThat(line.run(List.of(words))).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String settings(String yaml) throws Exception {
        return Files.writeString(home.resolve("footbridge.yaml"), yaml).toString();
    }

    private ServeOptions options(String... words) throws CommandFailure {
        return ServeOptions.of(Arguments.parse(List.of(words), Option.kinds(Option.SERVE)), env, Log.none());
    }

    private ServeCommand.Running start(String... words) throws CommandFailure {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(words));
        return ServeCommand.start(options(all.toArray(new String[0])), assembly());
    }

    private Assembly assembly() {
        Log log = (level, id, message, cause) -> logged.add(message + " " + cause);
        return new Assembly(
                Implementation.of("test", "1"),
                new LocalMain.Always(FeatureSet.builder().tools(TOOLS).build()),
                Secrets.none(),
                log,
                Threads.forServer());
    }

    private static HttpResponse<String> call(ServeCommand.Running running, String tool, int number, String... more)
            throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{\"n\":" + number + "},\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + running.http().port() + "/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (more.length > 0) {
            request.headers(more);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
