package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of both versions, as Entra writes them, from a tenant whose keys are on loopback. */
final class EntraTenantTest {

    private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";
    private static final String API = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String OID = "bbbbbbbb-0000-0000-0000-000000000002";
    private static final String CLIENT = "aebc6443-996d-45c2-90f0-388ff96faa56";

    private static final FakeIssuer LOGIN = new FakeIssuer("unused");
    private static final RSAKey KEY = rsa("k1");

    private final Clock clock = new Clock();
    private final EntraTenant tenant = new EntraTenant(LOGIN.url(), TENANT);

    @BeforeAll
    static void publish() {
        LOGIN.body = FakeIssuer.set(KEY.toPublicJWK());
    }

    @AfterAll
    static void stop() {
        LOGIN.close();
    }

    @Test
    void aUserIsTheSameCallerByTokensOfBothVersions() {
        Caller v2 = caller(v2().with("roles", strings("Order Readers", "admin")));
        Caller v1 = caller(v1().with("roles", strings("Order Readers", "admin")));

        assertThat(v2)
                .isEqualTo(Caller.named(LOGIN.url() + "/" + TENANT + "/v2.0", OID, AuthMethod.OAUTH_JWT)
                        .tenant(TENANT)
                        .client(CLIENT)
                        .credentialId("uti-1")
                        .scopes(Set.of("use"))
                        .groups(Set.of("Order Readers", "admin"))
                        .build());
        assertThat(v1).isEqualTo(v2);
    }

    @Test
    void aGuestIsACallerOfTheTenantThatInvitedThem() {
        Caller guest = caller(
                v1().with("idp", text("https://sts.windows.net/" + OTHER + "/")).with("sub", text("pairwise")));

        assertThat(guest.tenant()).isEqualTo(TENANT);
        assertThat(guest.subject()).isEqualTo(OID);
    }

    @Test
    void theTenantOfATokenIsThatOfItsIssuer() {
        refused(v2().with("tid", text(OTHER)), 401);
        refused(v1().with("tid", text(OTHER)), 401);
        refused(v2().without("tid"), 401);
        refused(v2().with("iss", text(LOGIN.url() + "/" + OTHER + "/v2.0")), 401);
        refused(v1().with("iss", text("https://sts.windows.net/" + OTHER + "/")), 401);
        refused(v2().with("iss", text(LOGIN.url() + "/common/v2.0")), 401);
    }

    @Test
    void ofSeveralTenantsEachHasItsOwnCallers() {
        EntraTenant other = new EntraTenant(LOGIN.url(), OTHER);
        OAuthSettings.Builder both = settings(tenant);
        other.issuers(Set.of(API)).forEach(both::trust);
        JsonObject theirs = v2().with("iss", text(other.issuer())).with("tid", text(OTHER));

        Caller mine = ((Identified) outcome(both, v2())).caller();
        Caller their = ((Identified) outcome(settings(tenant, other), theirs)).caller();

        assertThat(their.tenant()).isEqualTo(OTHER);
        assertThat(their.key()).isNotEqualTo(mine.key());
        JsonObject mixed = v2().with("tid", text(OTHER));
        assertThat(outcome(settings(tenant, other), mixed)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mcp.example.com/mcp", "api://mcp", API})
    void aTokenIsForTheUrlOrWhatTheServerIsCalled(String audience) {
        assertThat(outcome(v1().with("aud", text(audience)))).isInstanceOf(Identified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000003-0000-0000-c000-000000000000",
                "https://graph.microsoft.com",
                "api://another",
                "https://mcp.example.com",
                ""
            })
    void aTokenForSomebodyElseIsRefused(String audience) {
        refused(v1().with("aud", text(audience)), 401);
        refused(v2().with("aud", text(audience)), 401);
    }

    @Test
    void aTokenForGraphHasAnotherSignatureThanItLooks() {
        // Graph hashes the nonce of the header before it signs: nobody else can verify it
        JWSHeader signed =
                header().customParam("nonce", "hash of the shown nonce").build();
        JWSHeader shown = header().customParam("nonce", "shown").build();
        String[] parts = FakeIssuer.sign(signed, v1(), signer()).split("\\.", -1);
        String token = shown.toBase64URL() + "." + parts[1] + "." + parts[2];

        assertThat(outcome(settings(tenant), token)).isInstanceOf(Refused.class);
    }

    @Test
    void anIdTokenIsNone() {
        // one registration for client and server: the audience is the same
        refused(v2().without("azp").without("scp").with("roles", strings("admin")), 401);
        refused(v2().with("nonce", text("n")), 401);
        refused(v1().without("appid"), 401);
    }

    @Test
    void aTokenThatIsOverIsRefused() {
        refused(v2().with("iat", Json.of(clock.seconds() - 9000)).with("exp", Json.of(clock.seconds() - 3600)), 401);
    }

    @Test
    void aManagedIdentityIsWhatItsRolesAllow() {
        Caller marked = caller(app(v2()).with("idtyp", text("app")).with("roles", strings("use", "Bulk Import")));
        Caller unmarked = caller(app(v1()).with("roles", strings("use")));

        assertThat(marked.scopes()).containsExactly("use");
        assertThat(marked.groups()).containsExactlyInAnyOrder("use", "Bulk Import");
        assertThat(marked.client()).isEqualTo(CLIENT);
        assertThat(unmarked.key()).isEqualTo(marked.key());
    }

    @Test
    void aManagedIdentityHasTokensForADayAndFiveMinutes() {
        JsonObject claims = app(v1())
                .with("roles", strings("use"))
                .with("iat", Json.of(clock.seconds() - 300))
                .with("exp", Json.of(clock.seconds() + 86_400));

        assertThat(outcome(claims)).isInstanceOf(Identified.class);
    }

    @Test
    void anApplicationWithoutARoleIsRefused() {
        Refused refused = refused(app(v2()).with("idtyp", text("app")), 403);

        assertThat(refused.message()).contains("no role");
        refused(app(v1()), 403);
    }

    @Test
    void aTokenIsOfAUserOrOfAnApplication() {
        refused(v2().with("idtyp", text("app")).with("roles", strings("use")), 401);
        refused(app(v2()).with("idtyp", text("user")).with("roles", strings("use")), 401);
        refused(v2().with("roles", Json.of(7)), 401);
        refused(v2().without("oid"), 401);
    }

    @Test
    void onlyTheNewerIssuerIsToldToClients() {
        OAuthSettings settings = settings(tenant).scopePrefix("api://mcp/").build();

        assertThat(settings.authorizationServers()).containsExactly(tenant.issuer());
        assertThat(new Challenges(settings).missing()).contains("scope=\"api://mcp/use\"");
    }

    @Test
    void otherCloudsHaveOtherNames() {
        EntraTenant usual = new EntraTenant(EntraTenant.PUBLIC, TENANT.toUpperCase(Locale.ROOT));
        EntraTenant china = new EntraTenant("https://login.partner.microsoftonline.cn", TENANT);

        assertThat(usual.issuers(Set.of()))
                .extracting(TrustedIssuer::issuer)
                .containsExactly(
                        "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                        "https://sts.windows.net/" + TENANT + "/");
        assertThat(usual.issuers(Set.of()))
                .extracting(TrustedIssuer::jwks)
                .containsExactly(
                        "https://login.microsoftonline.com/" + TENANT + "/discovery/v2.0/keys",
                        "https://login.microsoftonline.com/" + TENANT + "/discovery/keys");
        assertThat(china.olderIssuer()).isEqualTo("https://sts.chinacloudapi.cn/" + TENANT + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "contoso.com", "", "72f988bf86f141af91ab2d7cd011db47"})
    void aTenantIsNamedByItsId(String id) {
        assertThatThrownBy(() -> new EntraTenant(EntraTenant.PUBLIC, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named by its id");
        assertThatThrownBy(() -> new EntraTenant("http://login.example.com/", id))
                .hasMessageContaining("https://");
    }

    private JsonObject v2() {
        return common().put("iss", LOGIN.url() + "/" + TENANT + "/v2.0")
                .put("aud", API)
                .put("azp", CLIENT)
                .put("azpacr", "0")
                .put("sub", "pairwise for this application")
                .put("ver", "2.0")
                .build();
    }

    private JsonObject v1() {
        return common().put("iss", "https://sts.windows.net/" + TENANT + "/")
                .put("aud", "api://mcp")
                .put("appid", CLIENT)
                .put("appidacr", "0")
                .put("sub", "pairwise for another")
                .put("unique_name", "ada@example.com")
                .put("ver", "1.0")
                .build();
    }

    private JsonObject.Builder common() {
        return JsonObject.builder()
                .put("tid", TENANT)
                .put("oid", OID)
                .put("scp", "use")
                .put("uti", "uti-1")
                .put("iat", clock.seconds())
                .put("nbf", clock.seconds())
                .put("exp", clock.seconds() + 4000);
    }

    private static JsonObject app(JsonObject claims) {
        return claims.without("scp").with("sub", text(OID));
    }

    private static Json text(String text) {
        return Json.of(text);
    }

    private static JsonArray strings(String... texts) {
        return JsonArray.ofStrings(List.of(texts));
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("JWT"))
                .keyID("k1");
    }

    private static RSASSASigner signer() {
        try {
            return new RSASSASigner(KEY);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OAuthSettings.Builder settings(EntraTenant... tenants) {
        OAuthSettings.Builder settings = OAuthSettings.forResource(FakeIssuer.RESOURCE)
                .scopes(Set.of("use"))
                .maxLifetime(EntraTenant.LIFETIME);
        for (EntraTenant tenant : tenants) {
            tenant.issuers(Set.of("api://mcp", API)).forEach(settings::trust);
        }
        return settings;
    }

    private Outcome outcome(OAuthSettings.Builder settings, String token) {
        return new OAuthAuthenticator(settings.build(), OAuthParts.of(clock, Log.none()))
                .authenticate(Requests.bearer(token));
    }

    private Outcome outcome(OAuthSettings.Builder settings, JsonObject claims) {
        return outcome(settings, FakeIssuer.sign(header().build(), claims, signer()));
    }

    private Outcome outcome(JsonObject claims) {
        return outcome(settings(tenant), claims);
    }

    private Caller caller(JsonObject claims) {
        assertThat(outcome(claims)).isInstanceOf(Identified.class);
        return ((Identified) outcome(claims)).caller();
    }

    private Refused refused(JsonObject claims, int status) {
        assertThat(outcome(claims)).isInstanceOf(Refused.class);
        Refused refused = (Refused) outcome(claims);
        assertThat(refused.status()).isEqualTo(status);
        return refused;
    }
}
