package dev.footbridge.testkit.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each quirk that a function on Azure meets, met here. */
final class FunctionsHostTest {

    @TempDir
    Path temporary;

    private EchoFolder folder;
    private FunctionsHost host;

    @BeforeEach
    void start() throws IOException {
        folder = new EchoFolder(temporary);
        host = FunctionsHost.start(0, folder.staged(), Platform.PLAIN);
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    private void restart(Platform platform) throws IOException {
        host.close();
        host = FunctionsHost.start(0, folder.staged(), platform);
    }

    private String get(String path, String... headers) {
        return PlainHttp.get(host.port(), path, headers);
    }

    @Test
    void everyPathReachesTheFunctionAsItWasWritten() {
        assertThat(get("/.well-known/oauth-protected-resource/mcp?a=1&b=&a=2&c=%2F"))
                .startsWith("HTTP/1.1 200 ")
                .contains("uri https://app.example/.well-known/oauth-protected-resource/mcp?a=1&b=&a=2&c=%2F\n")
                .contains("method GET\n")
                .contains("query {a=1,2, c=/}\n")
                .contains("function echo\n");
        assertThat(get("/a%2Fb/%6Dcp")).contains("uri https://app.example/a%2Fb/%6Dcp\n");
        assertThat(get("/")).contains("uri https://app.example/\n");
    }

    @Test
    void headersAreLowerCaseJoinedAndMayBeEmpty() {
        assertThat(get("/x", "X-Many: one", "x-many: two", "X-Empty:"))
                .contains("\nx-many: one,two\n")
                .contains("\nx-empty: \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/octet-stream", "multipart/form-data; boundary=b"})
    void aBodyIsText(String type) {
        assertThat(PlainHttp.post(host.port(), "/x", type, "{\"ü\":1}"))
                .contains("body <{\"ü\":1}>\n")
                .contains("bytes 8\n");
    }

    @Test
    void whatIsNoUtf8IsReplacedAndMarksAreActedUpon() {
        assertThat(body(0x41, 0xFF, 0x42)).isEqualTo("<A\uFFFDB>");
        assertThat(body(0xED, 0xA0, 0x80)).isEqualTo("<\uFFFD\uFFFD\uFFFD>");
        assertThat(body(0xEF, 0xBB, 0xBF, 0x41)).isEqualTo("<A>");
        assertThat(body(0xFF, 0xFE, 0x41, 0)).isEqualTo("<A>");
        assertThat(body(0xFE, 0xFF, 0, 0x41)).isEqualTo("<A>");
        assertThat(body(0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0)).isEqualTo("<A>");
        assertThat(body(0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41)).isEqualTo("<A>");
    }

    private String body(int... bytes) {
        byte[] body = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            body[i] = (byte) bytes[i];
        }
        Map<String, List<String>> headers =
                Map.of("host", List.of("app.example"), "content-length", List.of(Integer.toString(body.length)));
        String said = host.answer(new HostRequest("POST", "/x", "", headers, Bytes.of(body), "127.0.0.1", 50_000))
                .body()
                .asUtf8();
        return said.substring(said.indexOf("body ") + 5, said.indexOf("\nbytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a@b", "a, b", "[::1", "a:b"})
    void whatIsNoHostIsRefusedBeforeTheFunction(String name) {
        HostRequest asked =
                new HostRequest("GET", "/x", "", Map.of("host", List.of(name)), Bytes.EMPTY, "127.0.0.1", 50_000);

        assertThat(host.answer(asked).status()).isEqualTo(400);
    }

    @Test
    void aBodyWithoutALengthIsNotThere() {
        String chunked = String.join(
                "\r\n",
                "POST /x HTTP/1.1",
                "Host: a",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "2",
                "{}",
                "0",
                "",
                "");

        assertThat(PlainHttp.send(host.port(), chunked))
                .contains("body none\n")
                .contains("transfer-encoding: chunked\n");
        assertThat(get("/x")).contains("body none\n");
        assertThat(PlainHttp.post(host.port(), "/x", "text/plain", "")).contains("body none\n");
    }

    @Test
    void aBodyPastTheLimitIsRefusedBeforeTheFunction() throws IOException {
        restart(Platform.PLAIN.withBodyLimit(4));

        assertThat(PlainHttp.post(host.port(), "/x", "text/plain", "1234")).contains("body <1234>");
        assertThat(PlainHttp.post(host.port(), "/x", "text/plain", "12345")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aHeaderHasOneValueInAnAnswer() {
        assertThat(get("/twice"))
                .containsIgnoringCase("\r\nX-Twice: second\r\n")
                .doesNotContain("first");
    }

    @Test
    void aBodyThatWasNeverSetIsTheWordNull() {
        assertThat(get("/unset")).startsWith("HTTP/1.1 202 ").endsWith("\r\n\r\nnull");
    }

    @Test
    void anyStatusCanBeAnswered() {
        assertThat(get("/custom")).startsWith("HTTP/1.1 299 ").endsWith("\r\n\r\n");
    }

    @Test
    void textHasACharsetAndBytesAreAsTheyAre() {
        assertThat(get("/json")).containsIgnoringCase("content-type: application/json; charset=utf-8\r\n");
        assertThat(get("/x")).containsIgnoringCase("content-type: text/plain; charset=utf-8\r\n");
        assertThat(get("/bytes"))
                .containsIgnoringCase("content-type: image/png\r\n")
                .endsWith("\r\n\r\n\1\2\3");
    }

    @Test
    void whatAFunctionThrowsStaysInside() {
        assertThat(get("/thrown"))
                .startsWith("HTTP/1.1 500 ")
                .endsWith("\r\n\r\n")
                .doesNotContain("not for clients");
    }

    @Test
    void aMethodThatNoFunctionTakesIsNotFound() {
        assertThat(PlainHttp.head(host.port(), "DELETE", "/x")).startsWith("HTTP/1.1 404 ");
        assertThat(PlainHttp.head(host.port(), "HEAD", "/x"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/host/status", "/ADMIN", "/runtime/webhooks/mcp", "/runtime"})
    void somePathsAreTheHostsOwn(String path) {
        assertThat(get(path)).startsWith("HTTP/1.1 404 ");
        assertThat(get("/administrator")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theFirstPageIsThePlatformsUnlessItIsSwitchedOff() throws IOException {
        restart(Platform.PLAIN.withHomepage());

        assertThat(get("/")).contains("<html>");
        assertThat(get("/x")).contains("uri https://app.example/x\n");
    }

    @Test
    void aRouteIsBelowThePrefixWhichIsApiIfNobodySaysOtherwise() throws IOException {
        folder.write("host.json", "{\"version\":\"2.0\"}");
        folder.function(
                "echo",
                "../echo-1.jar",
                Echo.class.getName() + ".answer",
                EchoFolder.TRIGGER.replace("{*path}", "mcp/{id?}"));
        restart(Platform.PLAIN);

        assertThat(get("/api/MCP")).startsWith("HTTP/1.1 200 ");
        assertThat(get("/api/mcp/7")).startsWith("HTTP/1.1 200 ");
        assertThat(get("/api/mcp/7/8")).startsWith("HTTP/1.1 404 ");
        assertThat(get("/mcp")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void callsRunBesideEachOther() {
        ExecutorService clients = Executors.newFixedThreadPool(24);
        long began = System.nanoTime();
        List<CompletableFuture<String>> answers = IntStream.range(0, 24)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> get("/slow"), clients))
                .toList();

        assertThat(answers).allMatch(answer -> answer.join().endsWith("done"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        clients.shutdownNow();
    }

    @Test
    void theFrontEndReplacesWhatIsItsOwnAndAppendsTheAddress() {
        String said = get(
                "/x?q=1",
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Proto: gopher",
                "Client-Ip: 203.0.113.7",
                "X-ARR-SSL: mine",
                "Disguised-Host: evil.example",
                "Max-Forwards: 70");

        assertThat(said)
                .containsPattern("\nx-forwarded-for: 203\\.0\\.113\\.7, 127\\.0\\.0\\.1:\\d+\n")
                .containsPattern("\nclient-ip: 127\\.0\\.0\\.1:\\d+\n")
                .contains("\nx-forwarded-proto: https\n", "\ndisguised-host: app.example\n", "\nhost: app.example\n")
                .contains("\nwas-default-hostname: app.example\n", "\nx-waws-unencoded-url: /x\n")
                .contains("\nx-site-deployment-id: ", "\nx-arr-log-id: ", "\nx-arr-ssl: 2048|")
                .contains("\nx-original-url: /x?q=1\n", "\nmax-forwards: 9\n")
                .doesNotContain("mine", "evil", "gopher");
    }

    /** The trap: nothing strips these headers where nothing sets them. */
    @Test
    void whatAFeatureSetsIsAnybodysWhileItIsOff() {
        assertThat(get("/x", "X-MS-CLIENT-PRINCIPAL-ID: mallory", "X-ARR-ClientCert: TUlJ"))
                .contains("\nx-ms-client-principal-id: mallory\n", "\nx-arr-clientcert: TUlJ\n");
    }

    @Test
    void easyAuthSetsThePrincipalAndNobodyElseDoes() throws IOException {
        restart(Platform.PLAIN.withEasyAuth(asked -> {
            if (asked.header("authorization").isEmpty()) {
                throw new SecurityException("nobody");
            }
            return Map.of("x-ms-client-principal-id", "alice");
        }));

        assertThat(get("/x")).startsWith("HTTP/1.1 401 ");
        assertThat(get(
                        "/x",
                        "Authorization: Bearer t",
                        "X-MS-CLIENT-PRINCIPAL-ID: mallory",
                        "X-MS-CLIENT-PRINCIPAL: bWFsbG9yeQ==",
                        "X-MS-TOKEN-AAD-ID-TOKEN: mallory"))
                .contains("\nx-ms-client-principal-id: alice\n", "\nauthorization: Bearer t\n")
                .doesNotContain("mallory", "bWFsbG9yeQ");
    }

    @Test
    void inCertificateModeTheCertificateIsThePlatforms() throws IOException {
        restart(Platform.PLAIN.withCertificates(
                asked -> asked.path().equals("/shown") ? Optional.of("MIIC") : Optional.empty()));

        assertThat(get("/shown", "X-ARR-ClientCert: mine")).contains("\nx-arr-clientcert: MIIC\n");
        assertThat(get("/none", "X-ARR-ClientCert: mine")).doesNotContain("x-arr-clientcert");
    }

    @Test
    void aFunctionThatCannotBeLoadedStopsTheStart() throws IOException {
        folder.function("echo", "../echo-1.jar", Echo.class.getName() + ".nothing", EchoFolder.TRIGGER);
        assertThatThrownBy(() -> restart(Platform.PLAIN)).hasMessageContaining("0 public methods named nothing");

        folder.function("echo", "../echo-1.jar", "no.such.Type.answer", EchoFolder.TRIGGER);
        assertThatThrownBy(() -> restart(Platform.PLAIN)).hasMessageContaining("no.such.Type");

        folder.function(
                "echo",
                "../echo-1.jar",
                Echo.class.getName() + ".answer",
                EchoFolder.TRIGGER.replace("\"req\"", "\"other\""));
        assertThatThrownBy(() -> restart(Platform.PLAIN)).hasMessageContaining("no @HttpTrigger with the name other");
    }

    @Test
    void anInstanceThatIsThereAlreadyIsServedToo() throws IOException {
        host.close();
        host = FunctionsHost.start(0, new Echo(), "answer", Platform.PLAIN);

        assertThat(get("/any/path")).contains("uri https://app.example/any/path\n", "core true\n");
        assertThat(PlainHttp.head(host.port(), "DELETE", "/x")).contains("method DELETE\n");
    }
}
