package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.local.Threads;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ServeKeysTest {

    private static final Tool TOOL =
            Tool.named("nothing").describedAs("Does nothing.").calls((in, call) -> ToolResult.text("done"));

    private static final Prompt PROMPT = Prompt.named("plan").renders((in, call) -> PromptResult.user("the plan"));

    @TempDir
    private Path home;

    private final Map<String, String> env = new HashMap<>();
    private final List<String> logged = new ArrayList<>();
    private String file = "";

    @BeforeEach
    void findTheHome() {
        env.put("HOME", home.toString());
        file = home.resolve(".footbridge/keys.json").toString();
    }

    @Test
    void aServerWithKeysLetsKeysIn() throws Exception {
        String key = created();
        try (ServeCommand.Running running = start("--keys", file)) {
            assertThat(post(running, "Authorization", "Bearer " + key)).isEqualTo(200);
            assertThat(post(running, "X-API-Key", key)).isEqualTo(200);
            assertThat(post(running)).isEqualTo(401);
            assertThat(post(running, "X-API-Key", key.replace("live", "lime"))).isEqualTo(401);
            assertThat(post(running, "X-API-Key", key, "Authorization", "Bearer " + key))
                    .isEqualTo(400);
            assertThat(post(running, "Authorization", "Bearer " + Asking.TOKEN)).isEqualTo(401);
        }
        assertThat(logged.toString()).doesNotContain(key.substring(21, 64));
    }

    @Test
    void keysAndTheTokenWorkSideBySide() throws Exception {
        String key = created();
        env.put("FOOTBRIDGE_TOKEN", Asking.TOKEN);
        try (ServeCommand.Running running = start("--keys", file)) {
            assertThat(post(running, "Authorization", "Bearer " + key)).isEqualTo(200);
            assertThat(post(running, "Authorization", "Bearer " + Asking.TOKEN)).isEqualTo(200);
            assertThat(post(running)).isEqualTo(401);
            assertThat(post(running, "X-API-Key", key, "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(400);
        }
    }

    @Test
    void aKeyMadeWhileTheServerRunsIsKnownAtOnce() throws Exception {
        created();
        try (ServeCommand.Running running = start("--keys", file)) {
            assertThat(post(running, "X-API-Key", created())).isEqualTo(200);
        }
    }

    @Test
    void aFileThatIsOpenedToOthersStopsBeingBelieved() throws Exception {
        String key = created();
        try (ServeCommand.Running running = start("--keys", file)) {
            Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-rw-rw-"));

            assertThat(post(running, "X-API-Key", key)).isEqualTo(503);
        }
        assertThat(logged.toString()).contains("API keys cannot be checked").contains("chmod 600");
    }

    @Test
    void keysOpenAServerBeyondLoopback() throws Exception {
        assertThat(options("--host", "0.0.0.0", "--keys", file).credentials().fitForNetworks())
                .isTrue();
        assertThatThrownBy(() -> options("--host", "0.0.0.0"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--keys");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void byItselfAServerIsOnOneAddressOfThisMachineOnly() throws Exception {
        try (ServeCommand.Running running = start()) {
            int port = running.http().port();
            assertThat(post(running)).isEqualTo(200);
            assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void whoeverWantsItBeyondLoopbackWithoutAuthenticationGetsNoServer() {
        CommandLine line = new CommandLine(
                options -> new LocalMain.Always(FeatureSet.EMPTY),
                Implementation.of("test", "1"),
                TestIo.of(OutputStream.nullOutputStream(), env));

        assertThat(line.run(List.of("serve", "--host", "0.0.0.0", "--port", "0")))
                .isNotZero();
        assertThat(line.run(List.of("serve", "--host", "::", "--port", "0"))).isNotZero();
    }

    /** What was good a moment ago on the same connection is asked for again. */
    @Test
    void everyRequestOfAConnectionNeedsItsOwnCredential() throws Exception {
        String key = created();
        try (ServeCommand.Running running = start("--keys", file);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), running.http().port())) {
            assertThat(status(socket, "Authorization: Bearer " + key + "\r\n")).isEqualTo(200);
            assertThat(status(socket, "")).isEqualTo(401);
            assertThat(status(socket, "Authorization: Bearer " + key + "\r\n")).isEqualTo(200);
        }
    }

    private static int status(Socket socket, String credential) throws Exception {
        socket.setSoTimeout(10_000);
        String head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2026-07-28\r\n"
                + "Mcp-Method: tools/list\r\nContent-Length: " + Asking.LIST.length() + "\r\n" + credential + "\r\n";
        socket.getOutputStream().write((head + Asking.LIST).getBytes(StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) socket.getInputStream().read());
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(answer);
        assertThat(length.find()).isTrue();
        socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    @Test
    void withoutItsFilesAServerDoesNotStart() throws Exception {
        assertThatThrownBy(() -> start("--keys", file)).hasMessageContaining("there is no key file");
        created();
        Files.delete(home.resolve(".footbridge/pepper"));
        assertThatThrownBy(() -> start("--keys", file)).hasMessageContaining("there is no pepper");
    }

    @Test
    void aKeyIsNoToken() throws Exception {
        String key = created();
        env.put("FOOTBRIDGE_TOKEN", key);

        assertThatThrownBy(() -> options())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is an API key, which is for clients")
                .hasMessageNotContaining(key.substring(21, 64));
    }

    @Test
    void theWelcomeSaysWhatToBring() throws Exception {
        created();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arguments arguments = Arguments.parse(List.of("--keys", file), Option.kinds(Option.SERVE));

        new Welcome(
                        TestIo.of(out, env),
                        "http://127.0.0.1:1/mcp",
                        ServeOptions.of(arguments, env, Log.none()),
                        arguments)
                .print(assembly());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("/mcp with API keys\n")
                .contains("export FOOTBRIDGE_TOKEN=")
                .contains("--header \"Authorization: Bearer $FOOTBRIDGE_TOKEN\"");
    }

    @Test
    void aServerWhosePepperRecognizesNoKeyDoesNotStart() throws Exception {
        created();
        Path pepper = home.resolve(".footbridge/pepper");
        String first = Files.readString(pepper);
        Files.writeString(pepper, first.replaceFirst("^....", "beef"));

        assertThatThrownBy(() -> start("--keys", file)).hasMessageContaining("made with another pepper");

        String key = created();
        try (ServeCommand.Running running = start("--keys", file)) {
            assertThat(post(running, "X-API-Key", key)).isEqualTo(200);
        }
        assertThat(logged.toString()).contains("made with another pepper than that in " + pepper);
    }

    @Test
    void aKeyForToolsIsNotForPrompts() throws Exception {
        String all = created();
        String one = created("--tool", "nothing");
        try (ServeCommand.Running running = start("--keys", file)) {
            assertThat(prompts(running, all)).contains("plan");
            assertThat(prompts(running, one)).contains("\"prompts\":[]");
        }
    }

    private static String prompts(ServeCommand.Running running, String key) throws Exception {
        String url = "http://127.0.0.1:" + running.http().port() + "/mcp";
        HttpRequest list = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("X-API-Key", key)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "prompts/list")
                .POST(HttpRequest.BodyPublishers.ofString(Asking.LIST.replace("tools/list", "prompts/list")))
                .build();
        return HttpClient.newHttpClient()
                .send(list, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String created(String... more) throws CommandFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(List.of("create", "--owner", "alice"));
        words.addAll(List.of(more));
        KeysCommand.run(words, TestIo.of(out, env), InstantSource.system());
        return out.toString(StandardCharsets.UTF_8).strip();
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
                new LocalMain.Always(
                        FeatureSet.builder().tools(List.of(TOOL)).prompt(PROMPT).build()),
                Secrets.none(),
                log,
                Threads.forServer());
    }

    private static int post(ServeCommand.Running running, String... headers) throws Exception {
        HttpRequest request = Asking.at("http://127.0.0.1:" + running.http().port() + "/mcp", headers);
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
