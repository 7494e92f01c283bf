package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.local.Threads;
import dev.footbridge.local.tls.TestAuthority;
import dev.footbridge.local.tls.TestAuthority.Issued;
import dev.footbridge.local.tls.TestClient;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeTlsTest {

    private static final Tool TOOL =
            Tool.named("nothing").describedAs("Does nothing.").calls((in, call) -> ToolResult.text("done"));

    @TempDir
    private Path folder;

    private final Map<String, String> env = new HashMap<>();
    private TestAuthority authority;
    private String cert = "";
    private String key = "";
    private String ca = "";

    @BeforeEach
    void makeCertificates() {
        authority = TestAuthority.in(folder);
        Issued server = authority.server("server");
        cert = server.certificate().toString();
        key = server.key().toString();
        ca = authority.certificate().toString();
    }

    @Test
    void theTokenWorksOverTls() throws Exception {
        env.put("FOOTBRIDGE_TOKEN", Asking.TOKEN);
        try (ServeCommand.Running running = start("--tls-cert", cert, "--tls-key", key)) {
            assertThat(post(running, Optional.empty(), "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(200);
            assertThat(post(running, Optional.empty())).isEqualTo(401);
        }
    }

    @Test
    void aCertificateIsEnoughWhereItIsTheOnlyCredential() throws Exception {
        Issued anna = authority.client("anna", "DNS:anna.example.org");
        try (ServeCommand.Running running = start("--tls-cert", cert, "--tls-key", key, "--client-ca", ca)) {
            assertThat(post(running, Optional.of(anna))).isEqualTo(200);
            assertThatThrownBy(() -> post(running, Optional.empty())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whereOneIsNeededBesideATokenBothMustBeGood() throws Exception {
        env.put("FOOTBRIDGE_TOKEN", Asking.TOKEN);
        Issued anna = authority.client("anna", "DNS:anna.example.org");
        Path denied = Files.writeString(folder.resolve("denied"), "");
        String[] words = {"--tls-cert", cert, "--tls-key", key, "--client-ca", ca, "--deny-certs", denied.toString()};
        try (ServeCommand.Running running = start(words)) {
            assertThat(post(running, Optional.of(anna), "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(200);
            assertThat(post(running, Optional.of(anna))).isEqualTo(401);
            Files.writeString(denied, authority.openssl("x509 -noout -serial -in anna.pem"));
            assertThat(post(running, Optional.of(anna), "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(401);
        }
    }

    @Test
    void onlyThoseOnTheAllowListAreTaken() throws Exception {
        Issued anna = authority.client("anna", "DNS:anna.example.org");
        Path allowed = Files.writeString(folder.resolve("allowed"), "dns:*.example.com\n");
        String[] words = {"--tls-cert", cert, "--tls-key", key, "--client-ca", ca, "--allow-certs", allowed.toString()};
        try (ServeCommand.Running running = start(words)) {
            assertThat(post(running, Optional.of(anna))).isEqualTo(401);
            Files.writeString(allowed, "dns:*.example.org # read again\n");
            assertThat(post(running, Optional.of(anna))).isEqualTo(200);
            Files.delete(allowed);
            assertThat(post(running, Optional.of(anna))).isEqualTo(503);
        }
        Files.writeString(allowed, "anna");
        assertStart("line 1", words);
    }

    @Test
    void whereOneIsWantedBesideATokenEitherIsEnoughAndBothAreTwo() throws Exception {
        env.put("FOOTBRIDGE_TOKEN", Asking.TOKEN);
        Issued anna = authority.client("anna", "DNS:anna.example.org");
        String[] words = {"--tls-cert", cert, "--tls-key", key, "--client-ca", ca, "--client-auth", "want"};
        try (ServeCommand.Running running = start(words)) {
            assertThat(post(running, Optional.of(anna))).isEqualTo(200);
            assertThat(post(running, Optional.empty(), "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(200);
            assertThat(post(running, Optional.empty())).isEqualTo(401);
            assertThat(post(running, Optional.of(anna), "Authorization", "Bearer " + Asking.TOKEN))
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyACertificateThatIsNeededOpensAServerBeyondLoopback() throws Exception {
        String[] words = {"--host", "0.0.0.0", "--tls-cert", cert, "--tls-key", key, "--client-ca", ca};

        assertThat(options(words).host()).isEqualTo("0.0.0.0");
        assertThatThrownBy(() -> options(with(words, "--client-auth", "want")))
                .hasMessageContaining("reachable from other machines");
        assertThatThrownBy(() -> options("--host", "0.0.0.0", "--tls-cert", cert, "--tls-key", key))
                .hasMessageContaining("--client-auth need");
    }

    @Test
    void optionsThatNeedOthersSaySo() {
        assertUsage("--tls-cert needs --tls-key", "--tls-cert", cert);
        assertUsage("FOOTBRIDGE_TLS_PASSWORD", "--tls-key", key);
        assertUsage("--client-ca needs --tls-key", "--client-ca", ca);
        assertUsage("--client-auth needs --client-ca", "--tls-cert", cert, "--tls-key", key, "--client-auth", "need");
        assertUsage("--allow-certs needs --client-ca", "--tls-cert", cert, "--tls-key", key, "--allow-certs", "x");
        assertUsage("--deny-certs needs --client-ca", "--tls-cert", cert, "--tls-key", key, "--deny-certs", "x");
        assertUsage(
                "must be need or want, is 'maybe'",
                "--tls-cert",
                cert,
                "--tls-key",
                key,
                "--client-ca",
                ca,
                "--client-auth",
                "maybe");
        assertUsage("--tls-cert needs the name of a file", "--tls-cert", "", "--tls-key", key);
    }

    @Test
    void filesThatCannotBeUsedStopTheStart() throws Exception {
        assertStart("there is no file", "--tls-cert", cert, "--tls-key", folder + "/none");
        Path denied = Files.writeString(folder.resolve("denied"), "12\nnonsense\n");
        assertStart(
                "line 2", "--tls-cert", cert, "--tls-key", key, "--client-ca", ca, "--deny-certs", denied.toString());
        Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw-r--r--"));
        assertStart("chmod 600", "--tls-cert", cert, "--tls-key", key);
    }

    @Test
    void aPkcs12FileWorksWithItsPassword() throws Exception {
        authority.openssl("pkcs12 -export -in server.pem -inkey server.key -out s.p12 -passout pass:sesame");
        Path store = folder.resolve("s.p12");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        env.put("FOOTBRIDGE_TLS_PASSWORD", "sesame");

        try (ServeCommand.Running running = start("--tls-key", store.toString())) {
            assertThat(post(running, Optional.empty())).isEqualTo(200);
        }
    }

    @Test
    void theWelcomeSaysHttpsAndWhatClientsNeed() throws Exception {
        String[] words = {"--port", "0", "--tls-cert", cert, "--tls-key", key, "--client-ca", ca};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arguments arguments = Arguments.parse(List.of(words), Option.kinds(Option.SERVE));
        int port;
        try (ServeCommand.Running running = start(words)) {
            new Welcome(TestIo.of(out, env), running.url(options(words)), options(words), arguments).print(assembly());
            port = running.http().port();
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Serving MCP at https://127.0.0.1:",
                        "/mcp with client certificates\n",
                        "a certificate of their own",
                        " config CLIENT --port " + port + " --tls   (claude")
                .doesNotContain("http://", "FOOTBRIDGE_TOKEN");
    }

    @Test
    void configNamesHttpsWhenAsked() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arguments arguments = Arguments.parse(List.of("cursor", "--tls"), Option.kinds(Option.CONFIG));

        ConfigCommand.run(arguments, Implementation.of("test", "1"), TestIo.of(out, env));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("https://127.0.0.1:8080/mcp");
    }

    private void assertUsage(String sentence, String... words) {
        assertThatThrownBy(() -> options(words))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(sentence);
    }

    private void assertStart(String sentence, String... words) {
        assertThatThrownBy(() -> options(words))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ExitCode.START))
                .hasMessageContaining(sentence);
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(Arrays.asList(more));
        return all.toArray(new String[0]);
    }

    private ServeOptions options(String... words) throws CommandFailure {
        return ServeOptions.of(Arguments.parse(List.of(words), Option.kinds(Option.SERVE)), env, Log.none());
    }

    private ServeCommand.Running start(String... words) throws CommandFailure {
        String[] all = Arrays.asList(words).contains("--port") ? words : with(words, "--port", "0");
        return ServeCommand.start(options(all), assembly());
    }

    private static Assembly assembly() {
        return new Assembly(
                Implementation.of("test", "1"),
                new LocalMain.Always(FeatureSet.builder().tools(List.of(TOOL)).build()),
                Secrets.none(),
                Log.none(),
                Threads.forServer());
    }

    private int post(ServeCommand.Running running, Optional<Issued> shown, String... headers) throws Exception {
        HttpRequest request = Asking.at("https://127.0.0.1:" + running.http().port() + "/mcp", headers);
        return HttpClient.newBuilder()
                .sslContext(TestClient.context(new TestClient.Files(authority, shown)))
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
