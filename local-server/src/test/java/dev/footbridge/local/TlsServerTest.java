package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.local.tls.ClientTrust;
import dev.footbridge.local.tls.ClientTrust.Demand;
import dev.footbridge.local.tls.TestAuthority;
import dev.footbridge.local.tls.TestAuthority.Issued;
import dev.footbridge.local.tls.TestClient;
import dev.footbridge.local.tls.TlsIdentity;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.log.Log;
import dev.footbridge.security.AllowedCertificates;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.CertificateRules;
import dev.footbridge.security.DeniedCertificates;
import dev.footbridge.security.MutualTlsAuthenticator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** D4 and A9 over TLS, against a real authority. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class TlsServerTest {

    private static final String ANNA = "spiffe://example.org/agents/anna";
    private static final String BERT = "spiffe://example.org/agents/bert";
    private static final CertificateRules RULES = CertificateRules.of("test");

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Issued server;
    private static Issued anna;
    private static Issued bert;

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final AtomicInteger handled = new AtomicInteger();
    private @Nullable LocalServer running;

    @BeforeAll
    static void makeCertificates() {
        authority = TestAuthority.in(folder.resolve("ours"));
        server = authority.server("server");
        anna = authority.client("anna", "URI:" + ANNA + ",DNS:anna.example.org");
        bert = authority.client("bert", "URI:" + BERT);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Test
    void aGoodClientIsKnownByItsCertificateInBothVersions() throws Exception {
        int port = serve(Demand.NEED, RULES);

        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            try (RawClient client = client(port, Optional.of(anna), version)) {
                assertThat(client.get("/mcp").readUntil(">"))
                        .startsWith("HTTP/1.1 200 ")
                        .endsWith("<" + ANNA + ">");
            }
        }
    }

    @Test
    void serversWithKeysOfOtherKindsWorkToo() throws Exception {
        for (String kind : List.of("rsa:2048", "ed25519")) {
            TlsSettings tls = settings(authority.server("other", kind), Demand.NEED);
            int port = serve(tls, RULES, Limits.DEFAULTS);
            assertThat(ask(port, anna)).as(kind).endsWith("<" + ANNA + ">");
            stop();
        }
    }

    @Test
    void aResumedSessionIsItsOwnersAndTheDenyListHoldsForIt() throws Exception {
        Path list = Files.writeString(folder.resolve("denied later"), "");
        int port = serve(
                Demand.NEED, RULES.withDenied(WatchedFile.open("the deny list", list, DeniedCertificates::parse)));

        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            Files.writeString(list, "");
            SSLContext annas = TestClient.context(new TestClient.Files(authority, Optional.of(anna)));
            Instant created = Instant.EPOCH;
            for (int i = 0; i < 2; i++) {
                SSLSocket socket = TestClient.connect(annas, port, version);
                try (RawClient client = RawClient.over(socket)) {
                    assertThat(client.get("/mcp").readUntil(">")).endsWith("<" + ANNA + ">");
                    created = Instant.ofEpochMilli(socket.getSession().getCreationTime());
                }
            }
            Files.writeString(list, authority.openssl("x509 -noout -serial -in anna.pem"));
            SSLSocket again = TestClient.connect(annas, port, version);
            try (RawClient client = RawClient.over(again)) {
                assertThat(client.get("/mcp").readUntil(">")).startsWith("HTTP/1.1 401 ");
                assertThat(Instant.ofEpochMilli(again.getSession().getCreationTime()))
                        .as("resumed, " + version)
                        .isEqualTo(created);
            }
        }
    }

    @Test
    void whereACertificateIsNeededNobodyElseGetsAsFarAsHttp() throws Exception {
        int port = serve(Demand.NEED, RULES);
        TestAuthority other = TestAuthority.in(folder.resolve("theirs"));
        String name = "subjectAltName=URI:" + ANNA;
        String use = "extendedKeyUsage=clientAuth";

        assertNoAnswer(port, Optional.empty());
        assertNoAnswer(port, Optional.of(other.client("stranger", "URI:" + ANNA)));
        assertNoAnswer(
                port,
                Optional.of(authority.issue("late", "-startdate 20200101000000Z -enddate 20200201000000Z", name, use)));
        assertNoAnswer(
                port,
                Optional.of(
                        authority.issue("early", "-startdate 20400101000000Z -enddate 20410101000000Z", name, use)));
        assertNoAnswer(port, Optional.of(authority.issue("host", "", name, "extendedKeyUsage=serverAuth")));
        assertNoAnswer(port, Optional.of(authority.issue("useless", "", name)));

        assertThat(handled).hasValue(0);
        assertThat(logged.toString())
                .contains("no authority vouches", "extended key usage", "from 127.0.0.1", "(serial=")
                .doesNotContain(ANNA);
    }

    @Test
    void whereOneIsWantedNoneIs401AndABadOneNoAnswer() throws Exception {
        int port = serve(Demand.WANT, RULES);
        TestAuthority other = TestAuthority.in(folder.resolve("others"));

        try (RawClient client = client(port, Optional.empty())) {
            assertThat(client.get("/mcp").readUntil(">")).startsWith("HTTP/1.1 401 ");
        }
        try (RawClient client = client(port, Optional.of(anna))) {
            assertThat(client.get("/mcp").readUntil(">")).endsWith("<" + ANNA + ">");
        }
        assertNoAnswer(port, Optional.of(other.client("stranger", "URI:" + ANNA)));
    }

    @Test
    void aDeniedSerialIsRefusedOnTheVeryConnectionItIsUsedOn() throws Exception {
        Path list = Files.writeString(folder.resolve("denied"), "# nobody yet\n");
        int port = serve(
                Demand.NEED, RULES.withDenied(WatchedFile.open("the deny list", list, DeniedCertificates::parse)));

        try (RawClient client = client(port, Optional.of(anna))) {
            assertThat(client.get("/mcp").readUntil(">")).startsWith("HTTP/1.1 200 ");
            Files.writeString(list, authority.openssl("x509 -noout -serial -in anna.pem"));
            assertThat(client.get("/mcp").readUntil(">"))
                    .startsWith("HTTP/1.1 401 ")
                    .endsWith("<The client certificate is not accepted.>");
            Files.delete(list);
            assertThat(client.get("/mcp").readUntil(">")).startsWith("HTTP/1.1 503 ");
        }
        assertThat(logged.toString()).contains("it is on the deny list", "cannot be checked");
    }

    @Test
    void aNameThatIsNotAllowedIsRefused() throws Exception {
        int port = serve(
                Demand.NEED,
                RULES.withAllowed(() -> AllowedCertificates.parse("uri:" + BERT + "\ndns:anna.example.org")));

        assertThat(ask(port, anna)).startsWith("HTTP/1.1 401 ");
        assertThat(ask(port, bert)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void headersThatPretendToBeCertificatesChangeNothing() throws Exception {
        int port = serve(Demand.WANT, RULES);
        String pem = Files.readString(bert.certificate());
        String body = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        String forged = "GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-ARR-ClientCert: " + body + "\r\nX-SSL-Client-Cert: "
                + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8))
                + "\r\nX-SSL-Client-Verify: SUCCESS\r\nClient-Cert: :" + body + ":\r\nX-Forwarded-Client-Cert: URI="
                + BERT
                + "\r\n\r\n";

        try (RawClient client = client(port, Optional.empty())) {
            assertThat(client.send(forged).readUntil(">")).startsWith("HTTP/1.1 401 ");
        }
        try (RawClient client = client(port, Optional.of(anna))) {
            assertThat(client.send(forged).readUntil(">")).endsWith("<" + ANNA + ">");
        }
    }

    @Test
    void clientsOnConnectionsThatStayOpenAreNeverMixedUp() throws Exception {
        int port = serve(Demand.NEED, RULES);

        try (RawClient first = client(port, Optional.of(anna));
                RawClient second = client(port, Optional.of(bert))) {
            for (int i = 0; i < 250; i++) {
                first.get("/mcp");
                second.get("/mcp");
                assertThat(second.readUntil(">")).endsWith("<" + BERT + ">");
                assertThat(first.readUntil(">")).endsWith("<" + ANNA + ">");
            }
        }

        assertThat(handled).hasValue(500);
    }

    @Test
    void aConnectionMayOutliveTheTimeForItsFirstHeader() throws Exception {
        Limits limits =
                Limits.DEFAULTS.withTimes(Duration.ofMillis(1500), Duration.ofSeconds(20), Duration.ofSeconds(20));
        int port = serve(Demand.NEED, RULES, limits);

        try (RawClient client = client(port, Optional.of(anna))) {
            client.get("/mcp").readUntil(">");
            Thread.sleep(2000);
            assertThat(client.get("/mcp").readUntil(">")).endsWith("<" + ANNA + ">");
        }
    }

    @Test
    void nothingIsServedBehindASecondHandshake() throws Exception {
        int port = serve(Demand.NEED, RULES);
        SSLSocket socket = TestClient.connect(
                TestClient.context(new TestClient.Files(authority, Optional.of(anna))), port, "TLSv1.2");

        try (RawClient client = RawClient.over(socket)) {
            assertThat(client.get("/mcp").readUntil(">")).endsWith("<" + ANNA + ">");
            socket.getSession().invalidate();
            socket.startHandshake();
            // under way still, and so this one comes under the first one's keys
            assertThat(client.get("/mcp").readUntil(">")).endsWith("<" + ANNA + ">");
            assertNothingMore(client);
        }
    }

    private static void assertNothingMore(RawClient client) {
        String answer = "";
        try {
            answer = client.get("/mcp").readToEnd();
        } catch (IOException refused) {
            // as TLS reports it
        }
        assertThat(answer).isEmpty();
    }

    @Test
    void aConnectionThatIsNotKeptEndsWithTheGoodbyeOfTls() throws Exception {
        try (RawClient client = client(serve(Demand.NEED, RULES), Optional.of(anna))) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            // a socket of TLS throws where the end was not said
            assertThat(client.readToEnd()).endsWith("<" + ANNA + ">");
        }
    }

    @Test
    void aBodyInARecordThatNeverEndsIsCutOff() throws Exception {
        Limits limits =
                Limits.DEFAULTS.withTimes(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(500));
        int port = serve(Demand.NEED, RULES, limits);
        SSLContext annas = TestClient.context(new TestClient.Files(authority, Optional.of(anna)));

        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            long begun = System.nanoTime();
            try (Dripping raw = new Dripping(port)) {
                SSLSocket socket = (SSLSocket) annas.getSocketFactory().createSocket(raw, "localhost", port, true);
                socket.setEnabledProtocols(new String[] {version});
                OutputStream out = socket.getOutputStream();
                out.write("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                raw.dripFromNowOn();
                out.write(new byte[100]);
            } catch (IOException cutOff) {
                // while it drips
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(version).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(handled).hasValue(0);
    }

    @Test
    void aHandshakeThatNeverEndsIsCutOff() throws Exception {
        Limits limits =
                Limits.DEFAULTS.withTimes(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20));
        int port = serve(Demand.NEED, RULES, limits);

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.send("\u0016\u0003\u0001\u0001").readToEnd()).hasSizeLessThan(20);
        }
    }

    @Test
    void tls11IsRefusedByItsVersion() throws Exception {
        int port = serve(Demand.NEED, RULES);

        try (RawClient client = RawClient.connect(port)) {
            // A ClientHello of 1.1 with two old cipher suites, and no extensions.
            String hello = "\u0003\u0002" + "r".repeat(32) + "\0" + "\0\u0004\0/\0" + "5" + "\u0001\0";
            String answer = client.send("\u0016\u0003\u0001\0" + (char) (hello.length() + 4) + "\u0001\0\0"
                            + (char) hello.length() + hello)
                    .readToEnd();

            // A fatal alert: protocol_version, 70 (RFC 8446 §6).
            assertThat(answer).startsWith("\u0015\u0003").endsWith("\0\u0002\u0002F");
        }
    }

    @Test
    void plainHttpToTheTlsPortEndsAtOnce() throws Exception {
        int port = serve(Demand.WANT, RULES);

        try (RawClient client = RawClient.connect(port)) {
            client.timeout(Duration.ofSeconds(5));
            assertThat(client.get("/mcp").readToEnd()).doesNotContain("HTTP");
        }
        assertThat(handled).hasValue(0);
    }

    private void assertNoAnswer(int port, Optional<Issued> shown) throws Exception {
        try (RawClient client = client(port, shown)) {
            assertNothingMore(client);
        } catch (IOException refused) {
            // as TLS reports it
        }
    }

    private static String ask(int port, Issued shown) throws Exception {
        try (RawClient client = client(port, Optional.of(shown))) {
            return client.get("/mcp").readUntil(">");
        }
    }

    private static RawClient client(int port, Optional<Issued> shown, String... versions) throws Exception {
        SSLSocket socket =
                TestClient.connect(TestClient.context(new TestClient.Files(authority, shown)), port, versions);
        return RawClient.over(socket);
    }

    private int serve(Demand demand, CertificateRules rules) throws Exception {
        return serve(demand, rules, Limits.DEFAULTS);
    }

    private int serve(Demand demand, CertificateRules rules, Limits limits) throws Exception {
        return serve(settings(server, demand), rules, limits);
    }

    private static TlsSettings settings(Issued identity, Demand demand) throws Exception {
        return TlsSettings.of(TlsIdentity.ofPem(identity.certificate(), identity.key()))
                .withClients(ClientTrust.ofPem(authority.certificate(), demand));
    }

    private int serve(TlsSettings tls, CertificateRules rules, Limits limits) throws Exception {
        Log log = (level, id, message, cause) -> logged.add(message);
        MutualTlsAuthenticator authenticator = new MutualTlsAuthenticator(rules, InstantSource.system(), log);
        LocalServer begun = new LocalServer(
                LocalSettings.loopback(0, Map.of("/mcp", request -> answer(authenticator, request)))
                        .withLimits(limits)
                        .withTls(tls),
                log);
        running = begun;
        begun.start();
        return begun.port();
    }

    private HttpResponse answer(Authenticator authenticator, HttpRequest request) {
        handled.incrementAndGet();
        Authenticator.Outcome outcome = authenticator.authenticate(request);
        if (outcome instanceof Authenticator.Identified known) {
            return HttpResponse.text(200, "<" + known.caller().subject() + ">");
        }
        Authenticator.Refused refused = (Authenticator.Refused) outcome;
        return HttpResponse.text(refused.status(), "<" + refused.message() + ">");
    }
}
