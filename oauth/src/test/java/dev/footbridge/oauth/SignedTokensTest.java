package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C6 to C9: which claims are believed, and what becomes of them. */
final class SignedTokensTest {

    private static final String METADATA = "https://mcp.example.com/.well-known/oauth-protected-resource/mcp";

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private OAuthSettings.Builder settings =
            OAuthSettings.forResource(FakeIssuer.RESOURCE).scopes(Set.of("orders:read"));

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Outcome outcome(TrustedIssuer trusted, String token) {
        OAuthParts parts = OAuthParts.of(clock, Log.none());
        return new OAuthAuthenticator(settings.trust(trusted).build(), parts).authenticate(Requests.bearer(token));
    }

    private Outcome outcome(JsonObject claims) {
        return outcome(issuer.trusted(), issuer.token(claims));
    }

    private JsonObject good() {
        return issuer.claims(clock.seconds());
    }

    private static Caller caller(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Identified.class);
        return ((Identified) outcome).caller();
    }

    private static Refused refused(Outcome outcome, int status) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).status()).isEqualTo(status);
        return (Refused) outcome;
    }

    @Test
    void aGoodTokenIsACaller() {
        Caller caller = caller(outcome(good().with("groups", JsonArray.ofStrings(List.of("staff")))));

        assertThat(caller)
                .isEqualTo(Caller.named(issuer.url(), "user-1", AuthMethod.OAUTH_JWT)
                        .client("agent-1")
                        .credentialId("token-1")
                        .scopes(Set.of("orders:read"))
                        .groups(Set.of("staff"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aud | \"https://mcp.example.com/mc\"",
                "aud | \"https://mcp.example.com/mcp/\"",
                "aud | \"https://MCP.example.com/mcp\"",
                "aud | \"https://mcp.example.com/mcp/x\"",
                "aud | \"\"",
                "aud | []",
                "aud | {}",
                "aud | 7",
                "aud | [\"https://mcp.example.com/mcp\", \"https://other.example.com\"]",
                "aud | [\"https://mcp.example.com/mcp\", 7]",
                "exp | \"1800000300\"",
                "exp | null",
                "exp | 1799999970",
                "exp | 1e300",
                "exp | -1",
                "exp | 1800086401",
                "iat | 1800000031",
                "iat | true",
                "nbf | 1800000031",
                "nbf | \"now\"",
                "sub | \"\"",
                "sub | \" \"",
                "sub | 7",
                "sub | null",
                "iss | \"https://stranger.example.com\"",
                "iss | [\"x\"]",
                "scope | 7",
                "scope | [7]",
                "scp | {}",
                "cnf | {}",
                "cnf | \"x\"",
                "cnf | {\"kid\":\"x\"}",
                "cnf | {\"jkt\":\"x\"}",
                "cnf | {\"x5t#S256\":\"x\"}",
                "nonce | \"n\"",
                "at_hash | \"n\"",
                "c_hash | \"n\"",
                "typ | \"ID\"",
                "typ | \"Refresh\"",
                "token_use | \"id\"",
                "groups | 7"
            })
    void aWrongClaimRefusesTheToken(String name, String value) throws JsonException {
        Refused refused = refused(outcome(good().with(name, JsonReader.read(value))), 401);

        assertThat(refused.challenge())
                .startsWith("Bearer error=\"invalid_token\", error_description=\"")
                .endsWith("\", resource_metadata=\"" + METADATA + "\", scope=\"orders:read\"");
    }

    @ParameterizedTest
    @CsvSource({"iss", "aud", "exp", "iat", "sub"})
    void aMissingClaimRefusesTheToken(String name) {
        refused(outcome(good().without(name)), 401);
    }

    @ParameterizedTest
    @CsvSource({"exp, 1799999971", "exp, 1800000300.5", "iat, 1800000030", "nbf, 1800000030", "nbf, 0"})
    void datesAreGoodUpToTheSkew(String name, String value) throws JsonException {
        caller(outcome(good().with("iat", Json.of(1799999900)).with(name, JsonReader.read(value))));
    }

    @Test
    void anAudienceOnTheListMayStandBeside() {
        TrustedIssuer trusted = issuer.trusted().withAudience(new ResourceAudience(Set.of("https://userinfo")));
        Json both = JsonArray.ofStrings(List.of("https://userinfo", FakeIssuer.RESOURCE));
        Json other = JsonArray.ofStrings(List.of("https://userinfo"));

        caller(outcome(trusted, issuer.token(good().with("aud", both))));
        settings = OAuthSettings.forResource(FakeIssuer.RESOURCE);
        refused(outcome(trusted, issuer.token(good().with("aud", other))), 401);
    }

    @Test
    void theEntraModeTakesItsAliasesAndNothingElse() {
        TrustedIssuer entra = issuer.trusted().asEntra(Set.of("api://orders"));
        OAuthSettings all = settings.trust(entra).build();
        OAuthAuthenticator authenticator = new OAuthAuthenticator(all, OAuthParts.of(clock, Log.none()));
        JsonObject alias =
                good().with("aud", Json.of("api://orders")).without("scope").with("scp", Json.of("orders:read"));
        JsonObject stranger = good().with("aud", Json.of("api://others"));

        caller(authenticator.authenticate(Requests.bearer(issuer.token(alias))));
        refused(authenticator.authenticate(Requests.bearer(issuer.token(stranger))), 401);
        assertThat(all.notices()).hasSize(2).anyMatch(notice -> notice.contains("Entra mode"));
    }

    @Test
    void theCognitoModeChecksTheClient() {
        TrustedIssuer cognito = issuer.trusted().asCognito(Set.of("agent-1"));
        OAuthSettings all = settings.trust(cognito).build();
        OAuthAuthenticator authenticator = new OAuthAuthenticator(all, OAuthParts.of(clock, Log.none()));
        JsonObject access = good().without("aud").with("token_use", Json.of("access"));

        caller(authenticator.authenticate(Requests.bearer(unmarked(access))));
        for (JsonObject bad : List.of(
                access.with("client_id", Json.of("agent-2")),
                access.without("client_id"),
                access.with("token_use", Json.of("id")),
                access.without("token_use"),
                access.with("aud", Json.of("https://other.example.com")))) {
            refused(authenticator.authenticate(Requests.bearer(unmarked(bad))), 401);
        }
        refused(authenticator.authenticate(Requests.bearer(issuer.token(access))), 401);
        assertThat(all.notices()).anyMatch(notice -> notice.contains("Cognito mode"));
    }

    private String unmarked(JsonObject claims) {
        return FakeIssuer.sign(issuer.header().type(null).build(), claims, FakeIssuer.signer(issuer.key));
    }

    @Test
    void scopesComeFromBothClaimsAndHoldOthers() {
        settings.hierarchy(new ScopeHierarchy(
                Map.of("orders:admin", Set.of("orders:write"), "orders:write", Set.of("orders:read"))));
        JsonObject claims =
                good().with("scope", Json.of("orders:admin  mail")).with("scp", JsonArray.ofStrings(List.of("files")));

        assertThat(caller(outcome(claims)).scopes())
                .containsExactlyInAnyOrder("orders:admin", "orders:write", "orders:read", "mail", "files");
    }

    @Test
    void withoutTheBaseScopeThereIsAStepUp() {
        Refused refused = refused(outcome(good().with("scope", Json.of("mail"))), 403);

        assertThat(refused.challenge())
                .isEqualTo("Bearer error=\"insufficient_scope\", error_description=\"The token lacks a scope that every"
                        + " caller needs.\", resource_metadata=\"" + METADATA + "\", scope=\"orders:read\"");
    }

    @Test
    void theTenantComesFromItsClaimAndMustBeThere() {
        TrustedIssuer trusted = issuer.trusted().withMapping(CallerMapping.tenantFrom("tid"));

        assertThat(caller(outcome(trusted, issuer.token(good().with("tid", Json.of("acme")))))
                        .tenant())
                .isEqualTo("acme");
        settings = OAuthSettings.forResource(FakeIssuer.RESOURCE);
        refused(outcome(trusted, issuer.token(good())), 401);
    }

    @Test
    void theClientIsAzpBeforeOthers() {
        JsonObject claims = good().with("azp", Json.of("agent-0")).with("appid", Json.of("agent-2"));

        assertThat(caller(outcome(claims)).client()).isEqualTo("agent-0");
    }

    @Test
    void aRevokedTokenIsRefusedAndSoIsOneWithoutAName() {
        OAuthParts parts = OAuthParts.of(clock, Log.none())
                .withRevocations((by, id) -> by.equals(issuer.url()) && id.equals("token-1"));
        OAuthAuthenticator authenticator =
                new OAuthAuthenticator(settings.trust(issuer.trusted()).build(), parts);

        refused(authenticator.authenticate(Requests.bearer(issuer.token(good()))), 401);
        refused(authenticator.authenticate(Requests.bearer(issuer.token(good().without("jti")))), 401);
        caller(authenticator.authenticate(Requests.bearer(issuer.token(good().with("jti", Json.of("token-2"))))));
    }

    @Test
    void aBrokenRevocationListLetsNobodyIn() {
        OAuthParts parts = OAuthParts.of(clock, Log.none()).withRevocations((by, id) -> {
            throw new IllegalStateException("down");
        });
        OAuthAuthenticator authenticator =
                new OAuthAuthenticator(settings.trust(issuer.trusted()).build(), parts);

        Refused refused = refused(authenticator.authenticate(Requests.bearer(issuer.token(good()))), 503);

        assertThat(refused.message()).doesNotContain("down");
    }

    @Test
    void aTokenWithoutTheShapeOfASignedOneIsRefusedWhereNobodyCanBeAsked() {
        assertThat(refused(outcome(issuer.trusted(), "opaque"), 401).challenge())
                .contains("invalid_token");
    }
}
