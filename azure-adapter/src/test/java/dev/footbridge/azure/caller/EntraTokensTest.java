package dev.footbridge.azure.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.oauth.TrustedIssuer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntraTokensTest {

    private static final String URL = "https://app.azurewebsites.net/mcp";
    private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";
    private static final String API = "aaaaaaaa-0000-0000-0000-000000000001";

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void eachTenantIsTwoIssuersAndOneIsTold() {
        environment.put(EntraTokens.TENANTS, TENANT + "  " + OTHER);
        environment.put(EntraTokens.AUDIENCES, API + " api://" + API);
        environment.put(EntraTokens.SCOPES, "use");
        OAuthSettings settings = read().settings();

        assertThat(settings.issuers())
                .extracting(TrustedIssuer::issuer)
                .containsExactly(
                        "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                        "https://sts.windows.net/" + TENANT + "/",
                        "https://login.microsoftonline.com/" + OTHER + "/v2.0",
                        "https://sts.windows.net/" + OTHER + "/");
        assertThat(metadata(settings))
                .isEqualTo("{\"resource\":\"" + URL + "\",\"authorization_servers\":["
                        + "\"https://login.microsoftonline.com/" + TENANT + "/v2.0\","
                        + "\"https://login.microsoftonline.com/" + OTHER + "/v2.0\"],"
                        + "\"scopes_supported\":[\"api://" + API
                        + "/use\"],\"bearer_methods_supported\":[\"header\"]}");
        assertThat(settings.scopes()).containsExactly("use");
    }

    @Test
    void aScopeIsWrittenAsTokensOrAsClientsSpellIt() {
        environment.put(EntraTokens.AUDIENCES, "api://mcp " + API);
        scopes("use", "use", "api://mcp/");
        scopes("api://mcp/use", "use", "api://mcp/");
        scopes("api://mcp/a b", "a b", "api://mcp/");
        scopes(API + "/use", "use", API + "/");
        scopes(URL + "/use", "use", URL + "/");
        environment.put(EntraTokens.AUDIENCES, "api://mcp api://mcp/two");
        scopes("api://mcp/two/use", "use", "api://mcp/two/");
        environment.remove(EntraTokens.AUDIENCES);
        scopes("use", "use", URL + "/");
    }

    @Test
    void otherCloudsSignInElsewhere() {
        environment.put(EntraTokens.AUTHORITY, "https://login.microsoftonline.us");
        environment.put(EntraTokens.TENANTS, TENANT);

        assertThat(read().settings().issuers().get(0).jwks())
                .isEqualTo("https://login.microsoftonline.us/" + TENANT + "/discovery/v2.0/keys");
    }

    @Test
    void whereAppServiceChecksAnyOrganizationMayBeMeant() {
        assertThat(metadata(read().behindEasyAuth()))
                .contains("[\"https://login.microsoftonline.com/organizations/v2.0\"]");
        environment.put(EntraTokens.TENANTS, TENANT);
        assertThat(metadata(read().behindEasyAuth())).contains(TENANT).doesNotContain("sts.windows.net");
    }

    @Test
    void mistakesAreToldTogetherWithTheNamesOfSettings() {
        assertThatThrownBy(() -> read().settings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FOOTBRIDGE_ENTRA_TENANTS is missing");
        environment.put(EntraTokens.TENANTS, "contoso.com");
        environment.put(EntraTokens.SCOPES, "https://graph.microsoft.com/User.Read");
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FOOTBRIDGE_ENTRA_TENANTS")
                .hasMessageContaining("not contoso.com")
                .hasMessageContaining("FOOTBRIDGE_ENTRA_SCOPES: https://graph.microsoft.com/User.Read");
        environment.remove(EntraTokens.TENANTS);
        environment.put(EntraTokens.AUDIENCES, "api://a api://b");
        environment.put(EntraTokens.SCOPES, "api://a/x api://b/y");
        assertThatThrownBy(this::read).hasMessageContaining("of one API");
    }

    private void scopes(String written, String scopes, String prefix) {
        environment.put(EntraTokens.SCOPES, written);
        assertThat(read().scopes()).containsExactly(scopes.split(" ", -1));
        assertThat(read().scopePrefix()).isEqualTo(prefix);
    }

    private EntraTokens read() {
        return EntraTokens.read(environment, URL);
    }

    private static String metadata(OAuthSettings settings) {
        HttpRequest request = new HttpRequest("GET", "/", "", Headers.NONE, Bytes.EMPTY, Arrival.unknown("r1"));
        return ((Bytes) new ProtectedResourceMetadata(settings).handle(request).body()).asUtf8();
    }
}
