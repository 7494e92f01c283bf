package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.local.tls.TestAuthority;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor}, as an operator types it. */
final class DoctorCommandTest {

    private static final String PLAIN = """
            version: 1
            policy:
              rules:
                - { id: free, allow: "*", tools: nothing }
            """;

    @TempDir
    private Path home;

    private final Map<String, String> env = new HashMap<>();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        env.put("HOME", home.toString());
        file = Files.writeString(home.resolve("footbridge.yaml"), PLAIN);
    }

    /** The exit code, and what was printed. */
    private String doctor(String... more) {
        List<String> words = new ArrayList<>(List.of("doctor", "--settings", file.toString()));
        words.addAll(Arrays.asList(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        FeatureSet features = FeatureSet.builder()
                .tools(List.of(Tool.named("nothing")
                        .describedAs("Does nothing.")
                        .calls((in, call) -> ToolResult.text("done"))))
                .build();
        int code = new CommandLine(
                        options -> new LocalMain.Always(features),
                        Implementation.of("test", "1"),
                        new Io(InputStream.nullInputStream(), stream, stream, env, Io.Person.NOWHERE, "footbridge"))
                .run(words);
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wellSettingsEndWithZero() {
        assertThat(doctor("--audit", home.resolve("audit.jsonl").toString()))
                .startsWith("0\n")
                .contains("ok       the policy can be used")
                .contains("ok       records can be appended")
                .doesNotContain("problem");
    }

    @Test
    void rulesForNothingAndToolsForNobodyAreWarnings() throws Exception {
        Files.writeString(file, PLAIN.replace("tools: nothing", "tools: \"find*\""));

        assertThat(doctor())
                .startsWith("0\n")
                .contains("warning  /policy: find* matches no tool\n")
                .contains("warning  nobody may call nothing: no rule allows it\n");
    }

    @Test
    void settingsThatAreNotUnderstoodAreProblems() throws Exception {
        Files.writeString(file, "version: 2\nlimit: {}\n");

        assertThat(doctor()).startsWith("1\n").contains("problem  /version must be 1", "problem  /limit is not known");
    }

    @Test
    void aFileThatIsNoYamlIsOneLineWithItsPlace() throws Exception {
        Files.writeString(file, "version: 1\nsecrets: { key_pepper: hunter2");

        assertThat(doctor())
                .isEqualTo("1\nproblem  " + file + ": line 2, column 31: not the YAML that is read here; expected: a"
                        + " comma, or } as the end of the mapping\n");
    }

    @Test
    void aFileThatIsNotThereIsNoDiagnosis() throws Exception {
        Files.delete(file);

        assertThat(doctor()).startsWith("3\n");
    }

    @Test
    void whatIsWrongOnThisMachineIsNamed() throws Exception {
        Files.writeString(file, PLAIN.replace("nothing", "nothng") + "secrets: { audit_key: \"env:NOT_SET\" }\n");
        Path folder = Files.createDirectories(home.resolve(".footbridge"));
        Path key = Files.writeString(folder.resolve("audit-key"), "ab".repeat(32));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(doctor("--audit", home.resolve("no/where").toString(), "--keys", home + "/none.json"))
                .startsWith("1\n")
                .contains("problem  /policy names a tool that is not offered: nothng")
                .contains("problem  /secrets/audit_key cannot be read: the environment variable NOT_SET is not set")
                .contains("problem  others may read or change " + key)
                .contains("problem  there is no key file")
                .contains("problem  no record can be appended");
    }

    @Test
    void keysThatCannotBeUsedAreNotQuoted() throws Exception {
        Files.writeString(file, "version: 1\nsecrets: { sealing_keys: \"env:SEALING\" }\n");
        env.put("SEALING", "hunter2");

        assertThat(doctor())
                .startsWith("1\n")
                .contains("problem  the key that env:SEALING refers to must be")
                .doesNotContain("hunter2");
    }

    @Test
    void secretsThatOnlyAFunctionReadsAreNamedAndTheOthersRead() throws Exception {
        Files.writeString(
                file,
                PLAIN + "secrets: { audit_key: \"env:AUDIT\", key_pepper: [\"aws-sm:pepper\", \"azure-kv:v/p\"] }\n");
        env.put("AUDIT", "ab".repeat(32));

        assertThat(doctor())
                .startsWith("0\n")
                .contains("warning  /secrets/key_pepper/0 refers to aws-sm:pepper, which only the function reads\n")
                .contains("warning  /secrets/key_pepper/1 refers to azure-kv:v/p, which only the function reads\n")
                .contains("ok       1 of the secrets that the settings refer to can be read, all that are here\n");

        env.remove("AUDIT");
        assertThat(doctor())
                .startsWith("1\n")
                .contains("problem  /secrets/audit_key cannot be read: the environment variable AUDIT is not set\n")
                .doesNotContain("key_pepper/0 cannot");
    }

    @Test
    void aSharedFolderWantsASealingKey() throws Exception {
        assertThat(doctor("--state", home.resolve("state").toString()))
                .startsWith("0\n")
                .contains("warning  there is no /secrets/sealing_keys");

        Files.writeString(file, "version: 1\nsecrets: { sealing_keys: \"env:SEALING\" }\n");
        env.put("SEALING", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(doctor("--state", home.resolve("state").toString()))
                .startsWith("0\n")
                .doesNotContain("warning");
        assertThat(doctor("--state", file.toString())).startsWith("1\n").contains("nothing can be kept in");
    }

    @Test
    void issuersAreAskedAndWhatTheySayCannotSteerATerminal() throws Exception {
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            byte[] body = "{\"issuer\":\"\\u001b[31mred\\nproblem\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        String url = "http://127.0.0.1:" + issuer.getAddress().getPort();
        Files.writeString(file, """
                version: 1
                oauth:
                  resource: http://127.0.0.1:8080/mcp
                  issuers: [ { issuer: "%s", jwks: "%s/jwks" } ]
                """.formatted(url, url));
        try {
            assertThat(doctor())
                    .startsWith("1\n")
                    .contains("warning  only clients on this machine reach http://127.0.0.1:8080/mcp")
                    .contains("problem  " + url + ": calls itself [31mred problem at ")
                    .doesNotContain("\u001b");
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void keysForWhatIsNotThereAndFoldersOfEverybodyAreWarnings() throws Exception {
        Path folder = Files.createDirectories(home.resolve("shared"));
        String keys = folder.resolve("keys.json").toString();
        for (String tool : List.of("nothing", "gone*")) {
            KeysCommand.run(
                    List.of("create", "--owner", "ada", "--tool", tool, "--file", keys),
                    TestIo.of(new ByteArrayOutputStream(), env),
                    InstantSource.system());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(doctor("--keys", keys))
                .startsWith("0\n")
                .contains("of ada is for what is not there: gone*\n")
                .contains("everybody may write in " + folder)
                .contains("ok       the keys in " + keys)
                .doesNotContain("not there: nothing");
    }

    @Test
    void aPepperThatRecognizesNoKeyIsAProblem() throws Exception {
        KeysCommand.run(
                List.of("create", "--owner", "ada"),
                TestIo.of(new ByteArrayOutputStream(), env),
                InstantSource.system());
        Files.writeString(home.resolve(".footbridge/pepper"), "ab".repeat(32));

        assertThat(doctor()).startsWith("1\n").contains("made with another pepper", "none of them works");
    }

    @Test
    void certificatesThatDoNotHoldAreProblemsAndThoseThatEndSoonWarnings() {
        TestAuthority authority = TestAuthority.in(home.resolve("authority"));
        TestAuthority.Issued old = authority.issue("old", "-startdate 20200101000000Z -enddate 20200201000000Z", "");
        TestAuthority.Issued early =
                authority.issue("early", "-startdate 20900101000000Z -enddate 20910101000000Z", "");
        TestAuthority.Issued good = authority.issue("good", "-days 400", "");

        assertThat(tls(old))
                .startsWith("1\n")
                .contains("problem  the certificate CN=old of this server expired on 2020-02-01\n");
        assertThat(tls(early))
                .startsWith("1\n")
                .contains(
                        "problem  the certificate CN=early of this server is not valid before 2090-01-01T00:00:00Z\n");
        assertThat(tls(good))
                .startsWith("0\n")
                .contains("ok       the private key belongs to the certificate\n")
                .doesNotContain("CN=");
        assertThat(doctor(
                        "--tls-cert=" + good.certificate(),
                        "--tls-key=" + good.key(),
                        "--client-ca=" + authority.certificate()))
                .startsWith("0\n")
                .contains(
                        "warning  the certificate CN=authority of the authorities of clients expires on ",
                        ", in 29 days\n");
    }

    @Test
    void aKeyOfAnotherCertificateIsAProblemAndSettingsAreLookedAtAllTheSame() {
        TestAuthority authority = TestAuthority.in(home.resolve("authority"));
        TestAuthority.Issued one = authority.server("one");
        TestAuthority.Issued other = authority.server("other");

        assertThat(tls(new TestAuthority.Issued(one.certificate(), other.key())))
                .startsWith("1\n")
                .contains("problem  the private key in " + other.key() + " does not belong to the certificate\n")
                .contains("ok       the policy can be used");
    }

    private String tls(TestAuthority.Issued files) {
        return doctor("--tls-cert=" + files.certificate(), "--tls-key=" + files.key());
    }
}
