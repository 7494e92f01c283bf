package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.local.tls.TestAuthority;
import dev.footbridge.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} warns of when it is up. */
final class OversightsTest {

    private static final String URL = "http://127.0.0.1:8080/mcp";

    @TempDir
    private Path folder;

    private List<String> found(String... words) throws CommandFailure {
        Arguments arguments = Arguments.parse(List.of(words), Option.kinds(Option.SERVE));
        ServeOptions options = ServeOptions.of(arguments, Map.of("HOME", folder.toString()), Log.none());
        return new Oversights(arguments, options).found(URL, folder);
    }

    private String oauth(String resource) throws Exception {
        return Files.writeString(folder.resolve("oauth.yaml"), """
                        version: 1
                        oauth:
                          resource: %s
                          issuers: [ { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" } ]
                        """.formatted(resource))
                .toString();
    }

    @Test
    void clientsThatAreSentToAnotherPortOrPathOfThisMachineAreNoticed() throws Exception {
        assertThat(found("--settings", oauth("http://localhost:9000/mcp")))
                .containsExactly("oauth.resource is http://localhost:9000/mcp, and this server is at " + URL
                        + ": clients are sent to the former");
        assertThat(found("--settings", oauth("http://localhost:8080/other"))).hasSize(1);
        assertThat(found("--settings", oauth("http://localhost:8080/mcp"))).isEmpty();
        assertThat(found("--settings", oauth("https://mcp.example.com/mcp"))).isEmpty();
    }

    @Test
    void settingsThatLieThereAndWereNotGivenAreNoticed() throws Exception {
        assertThat(found()).isEmpty();
        Path file = Files.writeString(folder.resolve("footbridge.yaml"), "version: 1");

        assertThat(found())
                .containsExactly(
                        "footbridge.yaml is here, and was not given: it holds with --settings footbridge.yaml");
        assertThat(found("--settings", file.toString())).isEmpty();
        assertThat(found("--keys", "keys.json")).isEmpty();
    }

    @Test
    void recordsThatAreDescribedAndNotKeptAreNoticed() throws Exception {
        String file = Files.writeString(folder.resolve("audit.yaml"), """
                        version: 1
                        audit: { recorded_first: [ "pay*" ] }
                        """).toString();

        assertThat(found("--settings", file))
                .containsExactly("the settings say what is recorded, and no records are kept: --audit FILE keeps them");
        assertThat(found(
                        "--settings", file, "--audit", folder.resolve("a.jsonl").toString()))
                .isEmpty();
    }

    @Test
    void aPolicyThatIsNotEnforcedAndKeysThatAnybodyOnTheWayCanReadAreNoticed() throws Exception {
        String file = Files.writeString(folder.resolve("policy.yaml"), """
                        version: 1
                        policy: { mode: log_only, rules: [ { id: a, allow: "*", tools: "*" } ] }
                        """).toString();

        assertThat(found("--settings", file))
                .containsExactly(
                        "the policy is not enforced (mode: log_only): what it denies is recorded, and allowed");
        assertThat(found("--keys", "keys.json", "--host", "0.0.0.0"))
                .containsExactly(
                        "keys and tokens come over plain HTTP to 0.0.0.0: use --tls-cert and --tls-key, or a proxy"
                                + " that ends TLS");
    }

    @Test
    void certificatesThatDoNotHoldOrEndSoonAreNoticed() throws Exception {
        TestAuthority authority = TestAuthority.in(folder.resolve("authority"));
        TestAuthority.Issued old = authority.issue("old", "-startdate 20200101000000Z -enddate 20200201000000Z", "");
        TestAuthority.Issued good = authority.issue("good", "-days 400", "");

        assertThat(found("--tls-cert=" + old.certificate(), "--tls-key=" + old.key()))
                .containsExactly("the certificate CN=old of this server expired on 2020-02-01");
        assertThat(found("--tls-cert=" + good.certificate(), "--tls-key=" + good.key()))
                .isEmpty();
        assertThat(found(
                        "--tls-cert=" + good.certificate(),
                        "--tls-key=" + good.key(),
                        "--client-ca=" + authority.certificate()))
                .singleElement()
                .asString()
                .startsWith("the certificate CN=authority of the authorities of clients expires on ");
    }
}
