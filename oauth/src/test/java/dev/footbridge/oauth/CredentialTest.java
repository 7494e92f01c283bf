package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.security.AuthenticatorChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2, C4, C5: where a token may be. */
final class CredentialTest {

    private final Clock clock = new Clock();
    private final FakeIssuer issuer = new FakeIssuer("k1");
    private final List<String> log = new ArrayList<>();
    private final Log lines = (level, id, message, cause) -> log.add(message + cause);
    private final OAuthAuthenticator authenticator = new OAuthAuthenticator(
            OAuthSettings.forResource(FakeIssuer.RESOURCE)
                    .scopes(Set.of("orders:read"))
                    .trust(issuer.trusted())
                    .build(),
            OAuthParts.of(clock, lines));

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Refused refused(HttpRequest request) {
        Authenticator.Outcome outcome = authenticator.authenticate(request);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }

    private String good() {
        return issuer.token(issuer.claims(clock.seconds()));
    }

    @Test
    void withoutATokenTheChallengeSaysWhereToGetOne() {
        Refused refused = refused(Requests.with(Headers.NONE, ""));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge())
                .isEqualTo(
                        "Bearer resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\","
                                + " scope=\"orders:read\"");
        assertThat(authenticator.challenge()).isEqualTo(refused.challenge());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_token=%s",
                "a=b&access_token=%s",
                "access%%5Ftoken=%s",
                "access_token",
                "a=1;access_token=%s"
            })
    void aTokenInTheQueryIsRefusedAndNotLogged(String query) {
        String token = good();
        HttpRequest request = Requests.with(Headers.of("authorization", "Bearer " + token), query.formatted(token));
        HttpRequest alone = Requests.with(Headers.NONE, query.formatted(token));

        assertThat(refused(request).status()).isEqualTo(400);
        assertThat(refused(alone).status()).isEqualTo(400);
        assertThat(authenticator.claims(alone)).isTrue();
        assertThat(log.toString() + refused(alone)).doesNotContain(token);
    }

    @Test
    void thereIsOneAuthorizationHeader() {
        assertThat(refused(Requests.authorized("Bearer " + good(), "Bearer " + good()))
                        .status())
                .isEqualTo(400);
        assertThat(refused(Requests.authorized("Bearer " + good(), "Basic x")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearer a,b",
                "Bearer \"x\"",
                "bearer =",
                "DPoP",
                "Bearer \u00e4"
            })
    void aMalformedHeaderIsABadRequest(String value) {
        assertThat(authenticator.claims(Requests.authorized(value))).isTrue();
        assertThat(refused(Requests.authorized(value)).status()).isEqualTo(400);
        assertThat(refused(Requests.authorized(value)).challenge()).startsWith("Bearer error=\"invalid_request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwdw==", "Bearer mcpk_abc", "Bearerx y", "AWS4-HMAC-SHA256 x", ""})
    void otherCredentialsAreNotOurs(String value) {
        assertThat(authenticator.claims(Requests.authorized(value))).isFalse();
    }

    @Test
    void theSchemeHasNoCase() {
        assertThat(authenticator.authenticate(Requests.authorized("bEARER   " + good())))
                .isInstanceOf(Identified.class);
    }

    @Test
    void aChainChallengesWithTheMetadataAndRefusesTwoCredentials() {
        Authenticator keys = new Authenticator() {
            @Override
            public Outcome authenticate(HttpRequest request) {
                throw new AssertionError("not asked");
            }

            @Override
            public boolean claims(HttpRequest request) {
                return request.headers().has("x-api-key");
            }
        };
        AuthenticatorChain chain = new AuthenticatorChain(List.of(authenticator, keys));
        HttpRequest both =
                Requests.with(Headers.of("authorization", "Bearer " + good()).with("x-api-key", "k"), "");

        assertThat(((Refused) chain.authenticate(both)).status()).isEqualTo(400);
        assertThat(((Refused) chain.authenticate(Requests.with(Headers.NONE, ""))).challenge())
                .isEqualTo(authenticator.challenge());
    }

    @Test
    void aCredentialDoesNotShowItsToken() {
        assertThat(new Credential(false, "secret").toString()).doesNotContain("secret");
    }
}
