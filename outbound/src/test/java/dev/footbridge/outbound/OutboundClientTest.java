package dev.footbridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Network;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on loopback, one with TLS. */
final class OutboundClientTest {

    private static final Network LOOPBACK = Network.parse("127.0.0.0/8");
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    private static Path folder;

    private static SSLContext tls;
    private static HttpsServer secure;
    private static HttpServer plain;

    @BeforeAll
    static void startServers() throws Exception {
        tls = context(folder.resolve("server.p12"));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        secure = HttpsServer.create(anyPort, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        plain = HttpServer.create(anyPort, 0);
        for (HttpServer server : new HttpServer[] {secure, plain}) {
            server.createContext("/", OutboundClientTest::answer);
            server.setExecutor(THREADS);
            server.start();
        }
    }

    @AfterAll
    static void stopServers() {
        secure.stop(0);
        plain.stop(0);
        THREADS.shutdownNow();
    }

    private static SSLContext context(Path store) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        ASKED.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        int status =
                path.startsWith("/to/") ? 302 : path.startsWith("/status/") ? Integer.parseInt(path.substring(8)) : 200;
        byte[] sent = (exchange.getRequestMethod() + " " + authorization + " "
                        + new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        if (path.startsWith("/to/")) {
            String query = exchange.getRequestURI().getQuery();
            exchange.getResponseHeaders().set("Location", query == null ? path : query);
        }
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
        }
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, 0);
        try (exchange) {
            if (path.equals("/large")) {
                exchange.getResponseBody().write(new byte[5000]);
            } else if (path.equals("/drip")) {
                drip(exchange);
            } else {
                exchange.getResponseBody().write(sent);
            }
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        try {
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String https(String path) {
        return "https://localhost:" + secure.getAddress().getPort() + path;
    }

    private static String http(String path) {
        return "http://localhost:" + plain.getAddress().getPort() + path;
    }

    private static OutboundClient.Builder client() {
        return OutboundClient.to(
                        "localhost:" + secure.getAddress().getPort(),
                        "localhost:" + plain.getAddress().getPort(),
                        "127.0.0.1:" + secure.getAddress().getPort())
                .tls(tls.getSocketFactory());
    }

    private static OutboundClient inside() {
        return client().within(LOOPBACK).build();
    }

    @Test
    void anAnswerComesOverTlsWithItsStatus() throws Exception {
        OutboundResponse answer = inside().send(OutboundRequest.get(https("/x")).bearer(Secret.ofText("own")));

        assertThat(answer.ok()).isTrue();
        assertThat(answer.text()).isEqualTo("GET Bearer own ");
        assertThat(answer.contentType()).contains("text/plain");
        assertThat(inside().send(OutboundRequest.get(https("/status/503"))).status())
                .isEqualTo(503);
    }

    @Test
    void aBodyIsSentOnceWhateverTheAnswer() throws Exception {
        OutboundRequest post = OutboundRequest.post(https("/x"), "text/plain", Bytes.utf8("body"));
        assertThat(inside().send(post).text()).isEqualTo("POST null body");

        int before = ASKED.get();
        OutboundResponse refused =
                inside().send(OutboundRequest.post(https("/status/401"), "text/plain", Bytes.utf8("body")));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(ASKED.get() - before).isOne();
    }

    @Test
    void aNameThatLeadsInsideIsRefusedWhenItIsConnectedTo() {
        int before = ASKED.get();

        assertThatThrownBy(() -> client().build().send(OutboundRequest.get(https("/x"))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessageStartingWith("the host has an address that is not allowed: 127.0.0.1");
        assertThatThrownBy(() -> client().plainHttp().build().send(OutboundRequest.get(http("/x"))))
                .isInstanceOf(OutboundRefusal.class);
        assertThat(ASKED.get()).isEqualTo(before);
    }

    @Test
    void anotherClientsConnectionIsNotUsed() throws Exception {
        inside().send(OutboundRequest.get(https("/x")));

        assertThatThrownBy(() -> client().build().send(OutboundRequest.get(https("/x"))))
                .isInstanceOf(OutboundRefusal.class);
    }

    @Test
    void plainHttpIsSentOnlyWhereItIsAllowed() throws Exception {
        assertThatThrownBy(() -> inside().send(OutboundRequest.get(http("/x"))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessage("only https is allowed");
        assertThat(client().within(LOOPBACK)
                        .plainHttp()
                        .build()
                        .send(OutboundRequest.get(http("/x")))
                        .text())
                .isEqualTo("GET null ");
    }

    @Test
    void aCertificateMustBeOfTheHost() {
        String numeric = https("/x").replace("localhost", "127.0.0.1");

        assertThatThrownBy(() -> inside().send(OutboundRequest.get(numeric))).isInstanceOf(SSLException.class);
    }

    @Test
    void redirectsAreFollowedOnTheSameHost() throws Exception {
        assertThat(inside().send(OutboundRequest.get(https("/to/?/x"))).text()).startsWith("GET");
        assertThatThrownBy(() -> inside().send(OutboundRequest.get(https("/to/loop"))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessage("more than 3 redirects");
        OutboundRequest post = OutboundRequest.post(https("/to/?/x"), "text/plain", Bytes.utf8("body"));
        assertThat(inside().send(post).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://localhost/",
                "//169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "https://localhost/x",
                "https://[bad"
            })
    void redirectsElsewhereAreNot(String location) {
        assertThatThrownBy(() -> inside().send(OutboundRequest.get(https("/to/?" + location.replace("[", "%5B")))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessageContaining("redirect");
    }

    @Test
    void anAnswerHasALargestSizeAndALongestTime() {
        assertThatThrownBy(() ->
                        client().within(LOOPBACK).maxBytes(4999).build().send(OutboundRequest.get(https("/large"))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessage("the answer has more than 4999 bytes");
        long start = System.nanoTime();
        assertThatThrownBy(() -> client().within(LOOPBACK)
                        .times(Duration.ofSeconds(2), Duration.ofMillis(300))
                        .build()
                        .send(OutboundRequest.get(https("/drip"))))
                .isInstanceOf(OutboundRefusal.class)
                .hasMessage("the answer took more than 300 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
