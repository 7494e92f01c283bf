package dev.footbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.VariableSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FunctionNeedsTest {

    private static FunctionNeeds needs(String yaml) throws SettingsException {
        SecretReferences references =
                new SecretReferences(List.of(new VariableSource(Map.of())), InstantSource.system(), trouble -> {});
        return new FunctionNeeds(Settings.of("version: 1\n" + yaml, references));
    }

    @Test
    void everythingThatIsNotForFunctionsIsNamed() throws Exception {
        FunctionNeeds needs = needs("""
                telemetry: opentelemetry
                secrets: { sealing_keys: "env:S" }
                limits: { rules: [ { id: a, per: caller, tools: pya, rate: 1/s } ] }
                """);

        assertThat(needs.problems(List.of("pay")))
                .containsExactly(
                        "telemetry: opentelemetry is not there in a function",
                        "secrets.sealing_keys is not for functions: FOOTBRIDGE_SEALING_KEYS says them",
                        "/limits names a tool that is not offered: pya");
    }

    @Test
    void aDoorOfItsOwnNeedsCredentialsAndAForeignOneHasNone() throws Exception {
        FunctionNeeds open = needs("");
        FunctionNeeds keys = needs("secrets: { key_pepper: \"env:P\" }");

        assertThat(open.atItsOwnDoor()).singleElement().asString().contains("anybody could call");
        assertThat(open.behindOthers()).isEmpty();
        assertThat(keys.atItsOwnDoor()).isEmpty();
        assertThat(keys.withoutTable()).singleElement().asString().contains("kept in FOOTBRIDGE_TABLE");
        assertThat(keys.behindOthers()).singleElement().asString().contains("somebody else checks who calls");
    }

    @Test
    void urlsOfTheMachineOfTheAuthorAreFound() throws Exception {
        FunctionNeeds needs = needs("""
                oauth:
                  resource: http://127.0.0.1:8080/mcp
                  issuers:
                    - { issuer: "http://localhost:9000", jwks: "http://localhost:9000/jwks" }
                    - { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" }
                """);

        assertThat(needs.localUrls())
                .containsExactly(
                        "oauth.resource is http://127.0.0.1:8080/mcp, where clients find nothing but their own machine",
                        "the issuer http://localhost:9000 is on this machine, where no function reaches it");
    }

    @Test
    void onlyHostsAreLookedAt() {
        assertThat(Loopback.isIn("https://[::1]:8443/mcp")).isTrue();
        assertThat(Loopback.isIn("https://localhost.example.com/localhost")).isFalse();
        assertThat(Loopback.isIn("not a url")).isFalse();
    }
}
