package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.secret.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C1: the document of RFC 9728. */
final class ProtectedResourceMetadataTest {

    private final OAuthSettings.Builder settings = OAuthSettings.forResource(FakeIssuer.RESOURCE)
            .trust(TrustedIssuer.of("https://as.example.com/", "https://as.example.com/jwks"))
            .ask(Introspector.of("https://b.example.com", "https://b.example.com/i", "me", Secret.ofText("s")))
            .scopes(new LinkedHashSet<>(List.of("orders:read", "mail")));

    private HttpResponse sent(String method) {
        return new ProtectedResourceMetadata(settings.build()).handle(Requests.request(method, Headers.NONE, ""));
    }

    private String text() {
        return ((Bytes) sent("GET").body()).asUtf8();
    }

    @Test
    void itNamesTheResourceAndItsIssuersByteForByte() {
        HttpResponse response = sent("GET");

        assertThat(response.status()).isEqualTo(200);
        assertThat(text())
                .isEqualTo("{\"resource\":\"https://mcp.example.com/mcp\",\"authorization_servers\":"
                        + "[\"https://as.example.com/\",\"https://b.example.com\"],\"scopes_supported\":"
                        + "[\"orders:read\",\"mail\"],\"bearer_methods_supported\":[\"header\"]}");
        assertThat(response.headers().first("content-type")).contains("application/json");
        assertThat(response.headers().first("access-control-allow-origin")).contains("*");
        assertThat(response.headers().first("cache-control")).contains("max-age=3600");
    }

    @Test
    void itSaysWhichBindingsThereAre() {
        settings.proofs(Binding.REQUIRED).certificates(Binding.ACCEPTED);

        assertThat(text())
                .contains("\"dpop_bound_access_tokens_required\":true")
                .contains("\"dpop_signing_alg_values_supported\":[\"ES256\"")
                .contains("\"tls_client_certificate_bound_access_tokens\":true");
        settings.proofs(Binding.ACCEPTED);
        assertThat(text()).doesNotContain("required");
    }

    @Test
    void headHasTheSameHeadersAndNoBody() {
        assertThat(sent("HEAD").headers()).isEqualTo(sent("GET").headers());
        assertThat(sent("HEAD").body()).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void pagesMayAskBefore() {
        assertThat(sent("OPTIONS").status()).isEqualTo(204);
        assertThat(sent("OPTIONS").headers().first("access-control-allow-headers"))
                .contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get", "TRACE"})
    void nothingElseIsAllowed(String method) {
        assertThat(sent(method).status()).isEqualTo(405);
        assertThat(sent(method).headers().first("allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void itIsServedAtTheRootAndBeforeThePath() {
        assertThat(new ProtectedResourceMetadata(settings.build()).paths())
                .containsExactly("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp");
        OAuthSettings bare = OAuthSettings.forResource("https://mcp.example.com")
                .trust(TrustedIssuer.of("https://as.example.com", "https://as.example.com/jwks"))
                .build();
        assertThat(new ProtectedResourceMetadata(bare).paths())
                .containsExactly("/.well-known/oauth-protected-resource");
    }
}
