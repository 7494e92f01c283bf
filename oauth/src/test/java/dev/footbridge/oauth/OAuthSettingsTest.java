package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator.Refused;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OAuthSettingsTest {

    private static final TrustedIssuer ISSUER =
            TrustedIssuer.of("https://as.example.com", "https://as.example.com/jwks");

    private static OAuthSettings.Builder settings() {
        return OAuthSettings.forResource(FakeIssuer.RESOURCE).trust(ISSUER);
    }

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mcp.example.com/mcp",
                "https://mcp.example.com/mcp/",
                "https://mcp.example.com/",
                "https://mcp.example.com/mcp#x",
                "https://mcp.example.com/mcp?x",
                "https://u@mcp.example.com/mcp",
                "https://MCP.example.com/mcp",
                "https://mcp.example.com:443/mcp",
                "HTTPS://mcp.example.com/mcp",
                "http://127.0.0.1.example.com/mcp",
                "ftp://mcp.example.com",
                "/mcp",
                "mcp",
                "https:///mcp",
                "https://mcp.example.com/a\"b",
                ""
            })
    void theResourceUrlIsCanonical(String url) {
        refuses(() -> OAuthSettings.forResource(url).trust(ISSUER).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/mcp", "http://localhost/mcp", "http://[::1]:1/mcp", "https://x.example"})
    void loopbackNeedsNoTls(String url) {
        assertThatCode(() -> OAuthSettings.forResource(url).trust(ISSUER).build())
                .doesNotThrowAnyException();
    }

    @Test
    void allMistakesAreReportedTogether() {
        assertThatThrownBy(() -> OAuthSettings.forResource("http://mcp.example.com/")
                        .clockSkew(Duration.ofSeconds(31))
                        .maxLifetime(Duration.ZERO)
                        .scopes(Set.of("a\"b", "offline_access"))
                        .build())
                .hasMessageContainingAll("https://", "issuer", "30 seconds", "live", "offline_access", "ASCII");
    }

    @Test
    void anIssuerIsNamedOnceAndReachedSafely() {
        refuses(() -> settings().trust(ISSUER).build());
        refuses(() -> TrustedIssuer.of("https://as.example.com", "http://as.example.com/jwks"));
        refuses(() -> TrustedIssuer.of("http://as.example.com", "https://as.example.com/jwks"));
        refuses(() -> Introspector.of("https://a.example", "http://a.example/i", "me", Secret.ofText("s")));
        refuses(() -> Introspector.of("https://a.example", "https://a.example/i", "", Secret.ofText("s")));
    }

    @Test
    void anIssuerSignsWithItsOwnKeys() {
        refuses(() -> ISSUER.withAlgorithms(Set.of("HS256")));
        refuses(() -> ISSUER.withAlgorithms(Set.of("none", "RS256")));
        refuses(() -> ISSUER.withAlgorithms(Set.of()));
    }

    @Test
    void weakerModesNeedTheirLists() {
        refuses(() -> ISSUER.asEntra(Set.of()));
        refuses(() -> ISSUER.asCognito(Set.of("")));
        refuses(() -> ISSUER.withTypes(Set.of(TokenType.UNMARKED)));
        refuses(() -> ISSUER.withTypes(Set.of()));
        refuses(() -> CallerMapping.tenant(""));
    }

    @Test
    void strictSettingsHaveNoNotices() {
        assertThat(settings().build().notices()).isEmpty();
        assertThat(OAuthSettings.forResource(FakeIssuer.RESOURCE)
                        .trust(ISSUER.withAudience(new ResourceAudience(Set.of("https://userinfo"))))
                        .build()
                        .notices())
                .singleElement()
                .asString()
                .contains("https://userinfo");
    }

    @Test
    void aStepUpNamesAllScopesOfTheOperation() {
        Challenges challenges = new Challenges(settings().build());

        Refused refused = challenges.insufficientScope(new LinkedHashSet<>(List.of("orders:read", "orders:write")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.challenge())
                .startsWith("Bearer error=\"insufficient_scope\"")
                .endsWith("scope=\"orders:read orders:write\"");
        refuses(() -> challenges.insufficientScope(Set.of("x\", error=\"")));
    }

    @Test
    void secretsAreNotShown() {
        assertThat(Introspector.of("https://a.example", "https://a.example/i", "me", Secret.ofText("hidden"))
                        .toString())
                .doesNotContain("hidden");
    }
}
