package dev.footbridge.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.fixed();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile Duration life = Duration.ofHours(1);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String end = clock.instant().plus(life).toString();
            String text = "{\"AccessKeyId\":\"KEY" + tokens.size()
                    + "\",\"SecretAccessKey\":\"hidden\",\"Token\":\"t\"," + "\"Expiration\":\"" + end + "\"}";
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        environment.put(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/creds");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "a token");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nothingIsReadBeforeItIsNeeded() {
        assertThat(source()).isNotNull();
        assertThat(tokens).isEmpty();
    }

    @Test
    void theContainerIsAskedOnceWithItsToken() {
        CredentialSource source = source();

        assertThat(source.get().keyId()).isEqualTo("KEY1");
        assertThat(source.get().keyId()).isEqualTo("KEY1");
        assertThat(tokens).containsExactly("a token");
        assertThat(source.get().toString()).doesNotContain("hidden");
    }

    @Test
    void theTokenOfAFileIsReadEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString());
        CredentialSource source = source();
        source.get();
        Files.writeString(file, "second\n");
        source.renew();
        source.get();

        assertThat(tokens).containsExactly("first", "second");
    }

    @Test
    void theyAreReadAgainBeforeTheirEnd() {
        CredentialSource source = source();
        source.get();
        clock.advance(life.minusMinutes(5).minusSeconds(1));
        assertThat(source.get().keyId()).isEqualTo("KEY1");
        clock.advance(Duration.ofSeconds(1));

        assertThat(source.get().keyId()).isEqualTo("KEY2");
    }

    @Test
    void whatIsHeldGoesOnUntilItsEndWhileTheEndpointFails() {
        CredentialSource source = source();
        source.get();
        status = 500;
        clock.advance(life.minusMinutes(1));
        assertThat(source.get().keyId()).isEqualTo("KEY1");
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(source::get)
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("500")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void afterARestoreTheyAreReadAgain() {
        CredentialSource source = source();
        source.get();
        source.renew();

        assertThat(source.get().keyId()).isEqualTo("KEY2");
    }

    @Test
    void keysInVariablesNeedNoEndpoint() {
        environment.put("AWS_ACCESS_KEY_ID", "AKID");
        environment.put("AWS_SECRET_ACCESS_KEY", "hidden");

        assertThat(source().get().keyId()).isEqualTo("AKID");
        assertThat(source().get().sessionToken()).isNull();
        assertThat(tokens).isEmpty();
        environment.put("AWS_SECRET_ACCESS_KEY", "");
        assertThatThrownBy(() -> source().get()).hasMessageContaining("AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void theTokenGoesToNoForeignHostInPlainText() {
        for (String place : List.of("http://example.com/creds", "http:///creds", "file:///etc/passwd", "no address")) {
            environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", place);
            assertThatThrownBy(() -> source().get()).as(place).isInstanceOf(CredentialsException.class);
        }
    }

    private CredentialSource source() {
        return Credentials.of(environment, clock);
    }
}
