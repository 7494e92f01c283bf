package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.local.Threads;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --revoked}: a signed token that is taken back, as its client finds out. */
final class ServeRevokedTest {

    private static final String RESOURCE = "https://mcp.example.com/mcp";

    private static final Tool NOTHING =
            Tool.named("nothing").describedAs("Does nothing.").calls((in, call) -> ToolResult.text("done"));

    @TempDir
    private Path folder;

    private final KeyPair key = keyPair();
    private final HttpServer issuer = issuer();
    private Path list = Path.of("");
    private Path settings = Path.of("");

    @BeforeEach
    void write() throws Exception {
        list = Files.writeString(folder.resolve("revoked"), "# nobody yet\n");
        settings = Files.writeString(
                folder.resolve("footbridge.yaml"),
                "version: 1\noauth: { resource: \"%s\", issuers: [ { issuer: \"%s\", jwks: \"%s/jwks\" } ] }"
                        .formatted(RESOURCE, url(), url()));
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aTokenEndsWhenItIsPutOnTheListAndWithoutTheListNoneIsGood() throws Exception {
        String token = token("t-1");
        try (ServeCommand.Running running = start("--revoked", list.toString())) {
            assertThat(first(running, token)).isEqualTo(200);
            Files.writeString(list, "# taken back\n" + url() + " t-1\n");
            assertThat(status(running, token)).isEqualTo(401);
            assertThat(status(running, token("t-2"))).isEqualTo(200);
            Files.delete(list);
            assertThat(status(running, token)).isEqualTo(503);
        }
    }

    @Test
    void aListThatCannotBeUsedAndOneForNoTokensStopTheStart() throws Exception {
        assertThatThrownBy(() -> start("--revoked", folder + "/none")).hasMessageContaining("cannot be read");
        Files.writeString(list, "a b c");
        assertThatThrownBy(() -> start("--revoked", list.toString())).hasMessageContaining("line 1 is neither");
        Files.writeString(settings, "version: 1");
        assertThatThrownBy(() -> start("--revoked", list.toString())).hasMessageContaining("needs access tokens");
    }

    private ServeCommand.Running start(String... words) throws CommandFailure {
        List<String> all = new ArrayList<>(List.of("--port", "0", "--settings", settings.toString()));
        all.addAll(Arrays.asList(words));
        ServeOptions options = ServeOptions.of(
                Arguments.parse(all, Option.kinds(Option.SERVE)), Map.of("HOME", folder.toString()), Log.none());
        return ServeCommand.start(
                options,
                new Assembly(
                        Implementation.of("test", "1"),
                        new LocalMain.Always(
                                FeatureSet.builder().tools(List.of(NOTHING)).build()),
                        Secrets.none(),
                        Log.none(),
                        Threads.forServer()));
    }

    /** On a slow machine the first fetch of the keys may take longer than it may; another is due after five seconds. */
    private static int first(ServeCommand.Running running, String token) throws Exception {
        int status = status(running, token);
        for (int i = 0; i < 10 && status == 503; i++) {
            Thread.sleep(2000);
            status = status(running, token);
        }
        return status;
    }

    private static int status(ServeCommand.Running running, String token) throws Exception {
        HttpRequest request =
                Asking.at("http://127.0.0.1:" + running.http().port() + "/mcp", "Authorization", "Bearer " + token);
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String url() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private String token(String id) throws Exception {
        long now = Instant.now().getEpochSecond();
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k\"}") + "."
                + encoded("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"ann\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(url(), RESOURCE, id, now, now + 300));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + encoded(signature.sign());
    }

    private HttpServer issuer() {
        try {
            RSAPublicKey open = (RSAPublicKey) key.getPublic();
            byte[] modulus = open.getModulus().toByteArray();
            String set = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"e\":\"AQAB\",\"n\":\""
                    + encoded(Arrays.copyOfRange(modulus, 1, modulus.length)) + "\"}]}";
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.sendResponseHeaders(200, set.length());
                exchange.getResponseBody().write(set.getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException noSocket) {
            throw new IllegalStateException(noSocket);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
