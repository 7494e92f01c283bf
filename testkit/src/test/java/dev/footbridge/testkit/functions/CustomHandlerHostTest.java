package dev.footbridge.testkit.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomHandlerHostTest {

    @TempDir
    private Path folder;

    @Test
    void theHandlerSeesWhatTheHostSawAndItsOwnName() throws Exception {
        stage("anonymous");

        try (CustomHandlerHost host = start()) {
            String answer = PlainHttp.get(
                    host.port(),
                    "/a%20b?c=d",
                    "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: evil\r\nX-Own: 1\r\n");

            assertThat(answer)
                    .contains("as set\n", "GET /a%20b?c=d\n", "X-own: [1]", "X-forwarded-for: [127.0.0.1]")
                    .contains("X-forwarded-host: [app.example]", "X-forwarded-proto: [https]", "Host: [127.0.0.1:")
                    .contains("X-ms-invocation-id: [", "Disguised-host: [app.example]")
                    .doesNotContain("evil", "203.0.113.9");
        }
    }

    @Test
    void everyValueOfAHeaderGoesBack() throws Exception {
        stage("anonymous");

        try (CustomHandlerHost host = start()) {
            assertThat(PlainHttp.post(host.port(), "/mcp", "text/plain", "body"))
                    .contains("Www-authenticate: one\r\n", "Www-authenticate: two\r\n")
                    .endsWith("body");
        }
    }

    @Test
    void anAnswerGoesBackAsItComes() throws Exception {
        stage("anonymous");

        try (CustomHandlerHost host = start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.setSoTimeout(20_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream().write(ascii("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n"));
            assertThat(lineWith(in, "one")).isEqualTo("one");
            PlainHttp.get(host.port(), "/go", "");
            assertThat(lineWith(in, "two")).isEqualTo("two");
        }
    }

    @Test
    void aBodyInChunksArrives() throws Exception {
        stage("anonymous");

        try (CustomHandlerHost host = start()) {
            String chunks =
                    "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\none\n\r\n4\r\ntwo\n\r\n0\r\n\r\n";

            assertThat(PlainHttp.send(host.port(), "POST /mcp HTTP/1.1\r\nHost: a\r\n" + chunks))
                    .endsWith("\none\ntwo\n");
        }
    }

    @Test
    void withoutAWordOfItTheHostAsksForAKeyOfItsOwn() throws Exception {
        stage("function");

        try (CustomHandlerHost host = start()) {
            assertThat(PlainHttp.get(host.port(), "/mcp", "")).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void theHostsOwnPathsAndOtherMethodsAreNotForwarded() throws Exception {
        stage("anonymous");

        try (CustomHandlerHost host = start()) {
            assertThat(PlainHttp.get(host.port(), "/admin/host", "")).startsWith("HTTP/1.1 404 ");
            assertThat(PlainHttp.send(host.port(), "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void aHandlerThatEndsIsSaid() throws Exception {
        Files.writeString(folder.resolve("host.json"), hostJson("anonymous", "[\"-version\"]"));

        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("ended with 0");
    }

    @Test
    void aHandlerThatEndsLeavesThePortFree() throws Exception {
        Files.writeString(folder.resolve("host.json"), hostJson("anonymous", "[\"-version\"]"));
        int port;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }

        assertThatThrownBy(() -> CustomHandlerHost.start(port, new StagedFolder(folder), Platform.PLAIN, Map.of()))
                .isInstanceOf(IOException.class);

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void aFunctionBesideItIsAMistake() throws Exception {
        stage("anonymous");
        Files.writeString(Files.createDirectories(folder.resolve("mcp")).resolve("function.json"), "{}");

        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("function.json");
    }

    @Test
    void theProfileSaysWhichKindItIs() throws Exception {
        Files.writeString(folder.resolve("host.json"), "{\"version\":\"2.0\",\"customHandler\":{}}");

        assertThat(CustomHandlerHost.isFor(new StagedFolder(folder))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("configurationProfile");
    }

    private CustomHandlerHost start() throws IOException {
        return CustomHandlerHost.start(0, new StagedFolder(folder), Platform.PLAIN, Map.of("SETTING", "as set"));
    }

    private void stage(String level) throws IOException {
        String path = System.getProperty("java.class.path").replace("\\", "\\\\");
        String arguments = "[\"-cp\",\"" + path + "\",\"" + EchoHandler.class.getName() + "\"]";
        Files.writeString(folder.resolve("host.json"), hostJson(level, arguments));
    }

    private static String hostJson(String level, String arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "{\"version\":\"2.0\",\"configurationProfile\":\"mcp-custom-handler\",\"customHandler\":{\"description\":"
                + "{\"defaultExecutablePath\":\"" + java + "\",\"arguments\":" + arguments + "},"
                + "\"http\":{\"DefaultAuthorizationLevel\":\"" + level + "\"}}}";
    }

    /** The next line that is that, past the head and the sizes of chunks. */
    private static String lineWith(BufferedReader in, String wanted) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(wanted)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
