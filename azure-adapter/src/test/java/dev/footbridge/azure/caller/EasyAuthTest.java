package dev.footbridge.azure.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.security.AuthenticatorChain;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EasyAuthTest {

    private static final String URL = "https://app.azurewebsites.net/mcp";
    private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";
    private static final String OID = "bbbbbbbb-0000-0000-0000-000000000002";
    private static final String CLIENT = "aebc6443-996d-45c2-90f0-388ff96faa56";
    private static final String ENTRA = "http://schemas.microsoft.com/identity/claims/";
    private static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private static final String METADATA =
            "resource_metadata=\"https://app.azurewebsites.net/.well-known/oauth-protected-resource/mcp\"";

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> id = new ArrayList<>(List.of(OID));
    private final List<String> provider = new ArrayList<>(List.of("aad"));

    /** As App Service writes those of a token of version 1.0. */
    private final List<String[]> claims = new ArrayList<>(List.of(
            claim("aud", "api://mcp"),
            claim("iss", "https://sts.windows.net/" + TENANT + "/"),
            claim("appid", CLIENT),
            claim("appidacr", "0"),
            claim(ENTRA + "identityprovider", "live.com"),
            claim("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "ada@example.com"),
            claim(ENTRA + "objectidentifier", OID),
            claim(ENTRA + "scope", "use more"),
            claim("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", "pairwise"),
            claim(ENTRA + "tenantid", TENANT),
            claim("uti", "uti-1"),
            claim("ver", "1.0")));

    @Test
    void aUserIsKnownAsByATokenThatIsVerifiedHere() {
        claims.add(claim("roles", "Order Readers"));
        claims.add(claim("roles", "admin"));

        assertThat(caller())
                .isEqualTo(Caller.named("https://login.microsoftonline.com/" + TENANT + "/v2.0", OID, AuthMethod.ENTRA)
                        .tenant(TENANT)
                        .client(CLIENT)
                        .credentialId("uti-1")
                        .scopes(Set.of("use", "more"))
                        .groups(Set.of("Order Readers", "admin"))
                        .build());
    }

    @Test
    void aTokenOfVersion2KeepsItsShortNames() {
        Caller older = caller();
        claims.clear();
        claims.addAll(List.of(
                claim("aud", "aaaaaaaa-0000-0000-0000-000000000001"),
                claim("iss", "https://login.microsoftonline.com/" + TENANT + "/v2.0"),
                claim("azp", CLIENT),
                claim("oid", OID),
                claim("scp", "use more"),
                claim("sub", "pairwise for this application"),
                claim("tid", TENANT),
                claim("uti", "uti-1"),
                claim("ver", "2.0")));

        assertThat(caller()).isEqualTo(older);
    }

    @Test
    void aRoleOfEitherSpellingIsOneHoweverItIsWritten() {
        claims.add(claim(ROLE, "a b,c"));
        claims.add(claim("roles", "[\"d\",\"e\"]"));

        assertThat(caller().groups()).containsExactlyInAnyOrder("a b,c", "[\"d\",\"e\"]");
    }

    @Test
    void aManagedIdentityIsWhatItsRolesAllow() {
        without(ENTRA + "scope");
        assertThat(refused(403).message()).contains("no role");
        claims.add(claim("roles", "use"));
        assertThat(caller().scopes()).containsExactly("use");
        claims.add(claim("idtyp", "app"));
        assertThat(caller().subject()).isEqualTo(OID);
        assertThat(caller().client()).isEqualTo(CLIENT);
    }

    @Test
    void aSessionOfABrowserIsNoAccessToken() {
        without("appid");
        claims.add(claim("roles", "use"));

        assertThat(refused(401).message()).isEqualTo("The token is not an access token.");
        claims.add(claim("appid", CLIENT));
        claims.add(claim("nonce", "n"));
        refused(401);
    }

    @Test
    void withoutASignInTheChallengeNamesTheMetadata() {
        environment.put(EntraTokens.AUDIENCES, "api://mcp");
        environment.put(EntraTokens.SCOPES, "use");
        EasyAuthAuthenticator authenticator = authenticator();
        HttpRequest nobody = request(Headers.of("x-ms-client-principal", ""));

        assertThat(authenticator.claims(nobody)).isFalse();
        Refused refused = (Refused) authenticator.authenticate(nobody);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge()).isEqualTo("Bearer " + METADATA + ", scope=\"api://mcp/use\"");
        assertThat(new AuthenticatorChain(List.of(authenticator)).authenticate(nobody))
                .isEqualTo(new Refused(401, refused.challenge(), "Authentication is required."));
        assertThat(authenticator.stepUp(Set.of("delete"))).contains("insufficient_scope", "scope=\"api://mcp/delete\"");
    }

    @Test
    void whatEveryCallerNeedsIsNeededHereToo() {
        environment.put(EntraTokens.SCOPES, "admin");

        assertThat(refused(403).challenge()).contains("insufficient_scope").contains(METADATA);
    }

    @Test
    void onlyTheTenantsThatAreNamedAreLetIn() {
        environment.put(EntraTokens.TENANTS, OTHER);
        refused(401);
        environment.put(EntraTokens.TENANTS, OTHER + " " + TENANT.toUpperCase(Locale.ROOT));
        assertThat(caller().tenant()).isEqualTo(TENANT);
    }

    @Test
    void aPersonalAccountIsOfNoOrganization() {
        String personal = "9188040d-6c67-4c5b-b112-36a304b66dad";
        without("iss");
        without(ENTRA + "tenantid");
        claims.add(claim("tid", personal));

        refused(401);
        environment.put(EntraTokens.TENANTS, personal);
        assertThat(caller().tenant()).isEqualTo(personal);
    }

    @Test
    void whereAudiencesAreNamedThePlatformAloneIsNotBelieved() {
        environment.put(EntraTokens.AUDIENCES, "api://another");
        refused(401);
        environment.put(EntraTokens.AUDIENCES, "api://mcp");
        assertThat(caller().subject()).isEqualTo(OID);
        without("aud");
        refused(401);
    }

    @ParameterizedTest
    @CsvSource({
        "oid, cccccccc-0000-0000-0000-000000000003",
        "tid, 11111111-2222-3333-4444-555555555555",
        "scp, admin",
        "sub, another",
        "appid, another",
        "aud, another",
        ENTRA + "tenantid, 11111111-2222-3333-4444-555555555555"
    })
    void aClaimWithTwoValuesIsRefused(String type, String value) {
        claims.add(claim(type, value));

        assertThat(fact()).contains("two values");
        refused(401);
    }

    @Test
    void aClaimInBothSpellingsIsOneWhereTheyAgree() {
        claims.add(claim("tid", TENANT));
        claims.add(claim("oid", OID));

        assertThat(caller().subject()).isEqualTo(OID);
    }

    @Test
    void whoeverTheHeadersNameMustBeTheSame() {
        id.set(0, "pairwise");
        assertThat(caller().subject()).isEqualTo(OID);
        id.clear();
        assertThat(caller().subject()).isEqualTo(OID);
        id.add("another");
        assertThat(fact()).contains("names another");
        id.set(0, OID + "," + OID);
        assertThat(fact()).contains("twice");
        id.set(0, OID);
        id.add(OID);
        assertThat(fact()).contains("twice");
        refused(401);
    }

    @Test
    void othersThanEntraAreRefused() {
        provider.set(0, "google");
        assertThat(fact()).contains("not of Entra");
        refused(401);
        provider.set(0, "aad");
        assertThat(fact(principal("google"))).contains("not of Entra");
    }

    @Test
    void theIssuerAndTheTenantMustAgree() {
        without("iss");
        assertThat(caller().tenant()).isEqualTo(TENANT);
        claims.add(claim("iss", "https://sts.windows.net/" + OTHER + "/"));
        refused(401);
    }

    @Test
    void aTokenThatIsBoundIsRefused() {
        claims.add(claim("cnf", "{\"kid\":\"k\"}"));

        assertThat(refused(401).message()).contains("bound");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no base64!",
                "e30=,e30=",
                "W10=",
                "e30",
                "eyJhdXRoX3R5cCI6ImFhZCIsImF1dGhfdHlwIjoiYWFkIn0=",
                "bm90IGpzb24="
            })
    void whatCannotBeReadIsRefused(String principal) {
        assertThat(fact(principal)).isNotEmpty();
    }

    @Test
    void headersWithoutTheirPrincipalAreRefused() {
        Optional<PlatformIdentity> identity = EasyAuth.read(Headers.of("x-ms-client-principal-id", OID));

        assertThat(identity.orElseThrow().facts()).containsOnlyKeys(EasyAuth.UNREADABLE);
        assertThat(EasyAuth.read(Headers.NONE)).isEmpty();
        assertThat(EasyAuth.read(Headers.of("x-ms-client-principal-name", "ada")))
                .isEmpty();
    }

    @Test
    void claimsThatAreNoTextAreRefused() {
        JsonObject number = JsonObject.builder().put("typ", "tid").put("val", 7).build();
        JsonObject principal = JsonObject.builder()
                .put("auth_typ", "aad")
                .put("claims", JsonArray.of(number))
                .build();

        assertThat(fact(encoded(principal))).contains("no val");
        assertThat(fact(encoded(principal.with("claims", JsonArray.of(Json.of(7))))))
                .contains("no typ");
    }

    @Test
    void noTenantIsNobody() {
        without(ENTRA + "tenantid");
        refused(401);
        claims.add(claim("tid", "common"));
        refused(401);
    }

    private static String[] claim(String type, String value) {
        return new String[] {type, value};
    }

    private void without(String type) {
        claims.removeIf(claim -> claim[0].equals(type));
    }

    private String principal(String type) {
        List<Json> items = new ArrayList<>();
        claims.forEach(claim -> items.add(
                JsonObject.builder().put("typ", claim[0]).put("val", claim[1]).build()));
        return encoded(JsonObject.builder()
                .put("auth_typ", type)
                .put("name_typ", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress")
                .put("role_typ", ROLE)
                .put("claims", new JsonArray(items))
                .build());
    }

    private static String encoded(JsonObject principal) {
        return Base64.getEncoder().encodeToString(JsonWriter.bytes(principal));
    }

    private Headers headers(String principal) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("x-ms-client-principal", List.of(principal));
        headers.put("x-ms-client-principal-name", List.of("ada@example.com"));
        headers.put("x-ms-client-principal-id", List.copyOf(id));
        headers.put("x-ms-client-principal-idp", List.copyOf(provider));
        headers.values().removeIf(List::isEmpty);
        return new Headers(headers);
    }

    private String fact(String principal) {
        PlatformIdentity identity = EasyAuth.read(headers(principal)).orElseThrow();
        assertThat(identity.facts()).containsOnlyKeys(EasyAuth.UNREADABLE);
        return identity.fact(EasyAuth.UNREADABLE).orElse("");
    }

    private String fact() {
        return fact(principal("aad"));
    }

    private EasyAuthAuthenticator authenticator() {
        return new EasyAuthAuthenticator(EntraTokens.read(environment, URL), Log.none());
    }

    private static HttpRequest request(Headers headers) {
        Arrival arrival = Arrival.unknown("r1");
        return new HttpRequest(
                "POST",
                "/mcp",
                "",
                headers,
                Bytes.EMPTY,
                EasyAuth.read(headers).map(arrival::withIdentity).orElse(arrival));
    }

    private Outcome outcome() {
        return authenticator().authenticate(request(headers(principal("aad"))));
    }

    private Caller caller() {
        Outcome outcome = outcome();
        assertThat(outcome).isInstanceOf(Identified.class);
        return ((Identified) outcome).caller();
    }

    private Refused refused(int status) {
        Outcome outcome = outcome();
        assertThat(outcome).isInstanceOf(Refused.class);
        Refused refused = (Refused) outcome;
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.challenge()).contains(METADATA);
        return refused;
    }
}
