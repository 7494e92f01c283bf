package dev.footbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.key.FileSource;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.oauth.Binding;
import dev.footbridge.oauth.EntraTenant;
import dev.footbridge.oauth.Introspector;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ResourceAudience;
import dev.footbridge.oauth.TokenType;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.VariableSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

    private static final String FILE = """
            version: 1
            policy:
              mode: enforce
              callers:
                bots: { client: [app-7] }
              rules:
                - id: read
                  allow: [bots]
                  tools: ["kb.*", find_order]
                  when:
                    - { arg: /amount, lte: 10.5 }
            audit:
              recorded_first: refund*
              arguments: redacted
            limits:
              metered: true
              result_length: 50000
              loop: { max: 6, within: 60s }
              rules:
                - { id: each, per: caller, rate: 60/min, burst: 20, quota: 1000/day }
                - { id: long, per: tenant, tools: ["report.*"], concurrency: 2, on_store_down: closed }
            oauth:
              resource: https://mcp.example.com/mcp
              scopes: [orders:read]
              scope_hierarchy: { "orders:write": ["orders:read"] }
              issuers:
                - { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks", tenant_claim: org }
            """;

    private static Settings read(String yaml) throws SettingsException {
        Map<String, String> environment = Map.of("CLIENT_SECRET", "s3cret", "AUDIT", "0".repeat(64));
        SecretReferences references = new SecretReferences(
                List.of(new VariableSource(environment), new FileSource()), InstantSource.system(), trouble -> {});
        return Settings.of(yaml, references);
    }

    @Test
    void aFileIsReadIntoItsParts() throws Exception {
        Settings settings = read(FILE);

        assertThat(settings.policy()).isPresent();
        assertThat(settings.audit())
                .isEqualTo(
                        new AuditSettings(AuditSettings.Detail.REDACTED, false, List.of()).recordingFirst("refund*"));
        assertThat(settings.limits().rules()).extracting(LimitRule::id).containsExactly("each", "long");
        assertThat(settings.limits().loop()).contains(new LimitSettings.Loop(6, Duration.ofMinutes(1)));
        assertThat(settings.limits().metered()).isTrue();
        assertThat(settings.limits().resultLength()).hasValue(50_000);
        assertThat(settings.oauth().orElseThrow().resource()).isEqualTo("https://mcp.example.com/mcp");
        assertThat(settings.strangers(List.of("other")))
                .containsExactly("/policy names a tool that is not offered: find_order");
        assertThat(settings.strangers(List.of("find_order"))).isEmpty();
    }

    @Test
    void aLimitOrARecordOfAToolThatIsNotThereIsFound() throws Exception {
        Settings settings = read("""
                version: 1
                limits: { rules: [ { id: pay, per: caller, tools: [pya, "pay*"], rate: 5/min } ] }
                audit: { recorded_first: [refnud, pay] }
                """);

        assertThat(settings.strangers(List.of("pay")))
                .containsExactly(
                        "/limits names a tool that is not offered: pya",
                        "/audit/recorded_first names a tool that is not offered: refnud");
    }

    @Test
    void aPatternThatStandsForNoToolIsFound() throws Exception {
        Settings settings = read("""
                version: 1
                policy: { rules: [ { id: a, allow: "*", tools: ["find*", "pay*", other] } ] }
                limits: { rules: [ { id: pay, per: caller, tools: "*ay", rate: 5/min } ] }
                audit: { recorded_first: "refund*" }
                """);

        assertThat(settings.idlePatterns(List.of("pay")))
                .containsExactly("/policy: find* matches no tool", "/audit/recorded_first: refund* matches no tool");
    }

    @Test
    void aRuleThatCannotBeUsedIsNamedOnceBesideWhatIsMisspelt() {
        assertThatThrownBy(() -> read("version: 1\nlimits: {rules: [{id: a, pr: caller, rate: 1/s}]}"))
                .hasMessageContaining("/limits/rules/0 cannot be used: per must be caller")
                .hasMessageContaining("/limits/rules/0/pr is not known here")
                .hasMessageNotContaining("/rate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'version: 2'|/version must be 1",
                "'policy: {}'|/version must be 1",
                "'version: 1\npolice: {}'|/police is not known here",
                "'version: 1\npolicy: deny'|/policy must be a mapping",
                "'version: 1\npolicy: {mode: off}'|/policy/mode must be",
                "'version: 1\naudit: {arguments: all}'|/audit/arguments must be digest or redacted",
                "'version: 1\naudit: {argument: x}'|/audit/argument is not known here",
                "'version: 1\nlimits: {rules: [{id: a, per: caller}]}'|/limits/rules/0 limits nothing",
                "'version: 1\nlimits: {rules: [{id: a, per: nobody, rate: 1/s}]}'|per must be caller",
                "'version: 1\nlimits: {rules: [{id: a, per: caller, rate: often}]}'|A rate is written like",
                "'version: 1\nlimits: {rules: [{id: a, per: caller, burst: 2}]}'|burst needs a rate",
                "'version: 1\nlimits: {rules: [{id: a, per: caller, rate: 1/s, brust: 2}]}'|brust is not known",
                "'version: 1\nlimits: {loop: {max: many, within: 1s}}'|max must be a whole number",
                "'version: 1\nlimits: {result_length: 0}'|result_length must be a whole number from 1 to 100000000",
                "'version: 1\nlimits: {loop: {max: 2}}'|/limits/loop must have max",
                "'version: 1\noauth: {resource: \"http://mcp.example.com\"}'|/oauth cannot be used",
                "'version: 1\noauth: {resource: \"https://a.example/mcp\", issuers: [{issuer: x}]}'|/oauth cannot be used",
                "'version: 1\noauth: {resource: \"https://a.example/mcp\", dpop_nonce: true}'|nonces are for DPoP proofs, which are off",
                "'version: 1\nsecrets: {nonce_key: hunter2}'|/secrets/nonce_key is no reference to a secret, such as",
                "'version: 1\noauth: {dpop: maybe}'|/oauth/dpop must be off, accepted or required",
                "'version: 1\noauth: {resource: \"https://a.example/mcp\", issuers: [{issuer: \"https://b.example\", jwks: \"https://b.example/k\", token_types: [at+jwt, ID]}]}'|token_types must be at+jwt or JWT",
                "'version: 1\noauth: {resource: \"https://a.example/mcp\", issuers: [{issuer: \"https://b.example\", jwks: \"https://b.example/k\", other_audiences: a, entra_audiences: b}]}'|other_audiences stands alone",
                "'version: 1\nversion: 1'|line 2, column 1",
                "'version: 1\n1: x'|/ has a key that is no text",
                "'version: !!java.net.URL [x]'|not the YAML",
                "'a: &x [1]\nb: *x'|not the YAML",
                "'- 1'|must hold one mapping",
                "'version: [1'|line 1",
                "'version: 1\nx: {client_secret: hunter2}'|/x/client_secret holds a secret",
                "'version: 1\nx: AKIAABCDEFGHIJKLMNOP'|/x holds a secret",
                "'version: 1\nsecrets: {audit_key: hunter2}'|/secrets/audit_key is no reference to a secret, such as",
                "'version: 1\nsecrets: {key_pepper: [\"env:P\", \"hunter2:x\"]}'|/secrets/key_pepper/1 holds a secret",
                "'version: 1\nsecrets: {tools: {crm: \"aws-sm:crm\"}}'|/secrets/tools/crm refers to aws-sm, which this",
                "'version: 1\nsecrets: {sealing: \"env:S\"}'|/secrets/sealing is not known here",
                "'version: 1\npolcy: x'|/polcy is not known here; did you mean policy?",
                "'version: 1\noauth: {introspection: {client_secret: hunter2}}'|/oauth/introspection/client_secret holds a",
                "'version: 1\noauth: {resource: \"https://a.example/mcp\", introspection: {issuer: \"https://b.example\"}}'|/oauth/introspection/client_secret is missing",
                "'version: 1\nAKIAABCDEFGHIJKLMNOP: x'|/… holds a secret",
                "'version: 1\nAKIAABCDEFGHIJKLMNOP: .inf'|/… is of a type",
            })
    void whatIsNotUnderstoodIsNamed(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .asInstanceOf(type(SettingsException.class))
                .satisfies(refused -> assertThat(refused).hasMessageContaining(problem))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain("hunter2")
                        .doesNotContain("AKIA"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: {rules: [{id: a, per: caller, rat: 1/s}]}|/limits/rules/0/rat is not known here",
                "limits: {rules: [{id: a, per: caller, rate: 5}]}|/limits/rules/0/rate must be a text",
                "limits: {loop: {max: 0, within: 1s}}|/limits/loop cannot be used: max must be a whole number from 1 to 1000000.",
            })
    void oneMistakeIsNamedOnce(String yaml, String problem) {
        assertThatThrownBy(() -> read("version: 1\n" + yaml)).hasMessage(problem);
    }

    @Test
    void settingsOfOAuthThatCannotBeUsedAreNoUnknownMembers() {
        assertThatThrownBy(() -> read("version: 1\noauth: {resource: \"https://a.example/mcp\", issuers: [{issuer: x}],"
                        + " introspection: {issuer: y}}"))
                .hasMessageStartingWith("/oauth cannot be used: ")
                .hasMessageNotContaining("is not known here");
    }

    @Test
    void anIssuerMayMarkItsTokensWorseAndNameOthersBesides() throws Exception {
        OAuthSettings oauth = read("""
                        version: 1
                        oauth:
                          resource: https://mcp.example.com/mcp
                          dpop: accepted
                          dpop_nonce: true
                          certificates: required
                          issuers:
                            - issuer: "https://id.example.com/realms/a"
                              jwks: "https://id.example.com/realms/a/protocol/openid-connect/certs"
                              token_types: [at+jwt, JWT]
                              other_audiences: account
                        """).oauth().orElseThrow();

        assertThat(oauth.proofs()).isEqualTo(Binding.ACCEPTED);
        assertThat(oauth.nonces()).isTrue();
        assertThat(oauth.certificates()).isEqualTo(Binding.REQUIRED);
        assertThat(oauth.issuers().get(0).types()).containsExactlyInAnyOrder(TokenType.ACCESS_TOKEN, TokenType.JWT);
        assertThat(oauth.issuers().get(0).audience()).isEqualTo(new ResourceAudience(Set.of("account")));
        assertThat(oauth.notices()).hasSize(2);
    }

    @Test
    void aTenantOfEntraIsTwoIssuersWithTheSameCallers() throws Exception {
        OAuthSettings oauth = read("""
                        version: 1
                        oauth:
                          resource: https://mcp.example.com/mcp
                          scopes: use
                          scope_prefix: api://mcp/
                          issuers:
                            - entra_tenant: 72f988bf-86f1-41af-91ab-2d7cd011db47
                              entra_audiences: [api://mcp]
                        """).oauth().orElseThrow();

        assertThat(oauth.issuers())
                .isEqualTo(new EntraTenant(EntraTenant.PUBLIC, "72f988bf-86f1-41af-91ab-2d7cd011db47")
                        .issuers(Set.of("api://mcp")));
        assertThat(oauth.scopePrefix()).isEqualTo("api://mcp/");
        assertThat(oauth.maxLifetime()).isEqualTo(EntraTenant.LIFETIME);
        assertThatThrownBy(() -> read("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  issuers:
                    - entra_tenant: common
                """)).hasMessageContaining("a tenant of Entra is named by its id");
    }

    @Test
    void theFileInTheGuideCanBeUsed() throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "policy.md"));
        int start = guide.indexOf("```yaml\n") + "```yaml\n".length();

        Settings settings = read(guide.substring(start, guide.indexOf("```", start)));

        assertThat(settings.policy().orElseThrow().exactTools()).containsExactly("refund");
        assertThat(settings.limits().rules()).hasSize(4);
        assertThat(settings.oauth()).isPresent();
    }

    @Test
    void aReferenceIsNoSecret() {
        assertThatThrownBy(() -> read("version: 1\nx: {client_secret: env:CLIENT_SECRET}"))
                .hasMessage("/x is not known here");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> read("version: 1\nx: " + "a".repeat(1 << 19))).isInstanceOf(SettingsException.class);
    }

    @Test
    void anIssuerIsAskedAboutTokensWithASecretThatIsReferredTo() throws Exception {
        Settings settings = read("""
                version: 1
                oauth:
                  resource: https://mcp.example.com/mcp
                  introspection:
                    issuer: https://id.example.com
                    endpoint: https://id.example.com/introspect
                    client_id: footbridge
                    client_secret: env:CLIENT_SECRET
                    other_audiences: account
                    groups_claim: groups
                """);

        Introspector asked = settings.oauth().orElseThrow().introspector().orElseThrow();
        assertThat(asked.clientId()).isEqualTo("footbridge");
        assertThat(asked.clientSecret().get().revealText()).isEqualTo("s3cret");
        assertThat(asked.audience()).isEqualTo(new ResourceAudience(Set.of("account")));
        assertThat(settings.toString()).contains("env:CLIENT_SECRET").doesNotContain("s3cret");
    }

    @Test
    void whatCannotBeReadIsNamedByItsPlace() throws Exception {
        SecretSettings secrets = read("""
                version: 1
                secrets:
                  audit_key: env:AUDIT
                  key_pepper: [env:PEPPER_NEW, env:PEPPER]
                  tools: { crm-token: "file:/nowhere/crm" }
                """).secrets();

        assertThat(secrets.peppers()).extracting(Object::toString).containsExactly("env:PEPPER_NEW", "env:PEPPER");
        assertThat(secrets.tools()).containsOnlyKeys("crm-token");
        assertThat(secrets.unreadable())
                .containsExactly(
                        "/secrets/key_pepper/0 cannot be read: the environment variable PEPPER_NEW is not set",
                        "/secrets/key_pepper/1 cannot be read: the environment variable PEPPER is not set",
                        "/secrets/tools/crm-token cannot be read: there is no file /nowhere/crm");
    }
}
