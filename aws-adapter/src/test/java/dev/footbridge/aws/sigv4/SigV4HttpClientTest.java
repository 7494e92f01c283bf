package dev.footbridge.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SigV4HttpClientTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "to/ken+=");
    private static final SigV4Signer SIGNER = new SigV4Signer("eu-central-1", "lambda");

    private final TestClock clock = TestClock.fixed();
    private final CredentialSource credentials = Credentials.of(ENVIRONMENT, clock);
    private final AtomicReference<Map<String, String>> due = new AtomicReference<>(Map.of());
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::verify);
        server.start();
        client = new SigV4HttpClient(HttpClient.newHttpClient(), SIGNER, credentials, clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Signs what arrived once more, as the other side does: 200 if that gives the same. */
    private void verify(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        URI uri = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        Map<String, String> added = SIGNER.sign(
                exchange.getRequestMethod(),
                uri,
                type == null ? Map.of() : Map.of("Content-Type", type),
                body,
                credentials.get(),
                clock.instant());
        due.set(added);
        boolean same = added.entrySet().stream()
                .allMatch(header -> List.of(header.getValue())
                        .equals(exchange.getRequestHeaders().get(header.getKey())));
        exchange.sendResponseHeaders(same ? 200 : 403, -1);
        exchange.close();
    }

    @Test
    void whatArrivesBearsTheSignatureOfWhatArrived() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(at("/mcp?a=b%20c&%C3%A9"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"é\":1}", StandardCharsets.UTF_8))
                .build();

        assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThat(due.get()).containsKeys("Authorization", "X-Amz-Date", "X-Amz-Security-Token");
        HttpResponse<Void> late =
                client.sendAsync(post, BodyHandlers.discarding()).join();
        assertThat(late.statusCode()).isEqualTo(200);
    }

    @Test
    void requestsWithoutABodyAreSignedToo() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(at("")).build();
        HttpRequest delete = HttpRequest.newBuilder(at("/mcp")).DELETE().build();

        assertThat(client.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThat(client.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSignatureIsReplaced() throws Exception {
        HttpRequest twice = HttpRequest.newBuilder(at("/mcp"))
                .header("authorization", "Bearer other")
                .header("x-amz-date", "20000101T000000Z")
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(client.send(twice, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> new SigV4HttpClient(follower, SIGNER, credentials, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private URI at(String place) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + place);
    }
}
