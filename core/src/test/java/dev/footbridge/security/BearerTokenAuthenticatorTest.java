package dev.footbridge.security;

import static dev.footbridge.security.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BearerTokenAuthenticatorTest {

    private final Authenticator authenticator = new BearerTokenAuthenticator(Secret.ofText("sesame"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sesame", "bearer sesame", "BEARER   sesame", " Bearer sesame "})
    void theTokenIdentifiesItsOneCaller(String value) {
        assertThat(outcome(value))
                .isEqualTo(new Identified(
                        Caller.named("token", "token", AuthMethod.TOKEN).build()));
    }

    @Test
    void withoutATokenThereIsAPlainChallenge() {
        assertRefused(authenticator.authenticate(request("POST")), 401, "Bearer");
        assertRefused(outcome("Basic c2VzYW1l"), 401, "Bearer");
        assertRefused(outcome("Bearersesame"), 401, "Bearer");
        assertRefused(outcome(""), 401, "Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearer sesame, Bearer sesame",
                "Bearer =",
                "Bearer a=b",
                "Bearer \"sesame\"",
                "Bearer ses\u0000ame",
                "Bearer sésame",
                "Bearer 😀"
            })
    void aMalformedHeaderIsABadRequest(String value) {
        assertRefused(outcome(value), 400, "Bearer error=\"invalid_request\"");
    }

    @Test
    void severalHeadersAreABadRequest() {
        Outcome outcome = authenticator.authenticate(
                request("POST", "Authorization", "Bearer sesame", "Authorization", "Bearer sesame"));

        assertRefused(outcome, 400, "Bearer error=\"invalid_request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sesam", "Bearer sesamee", "Bearer Sesame", "Bearer sesame=", "Bearer x"})
    void anotherTokenIsInvalid(String value) {
        assertRefused(outcome(value), 401, "Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenInTheQueryIsNeverRead() {
        assertThat(request("GET").query()).contains("access_token=sesame");
        assertThat(authenticator.authenticate(request("GET"))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "=", "é", "a\n"})
    void aTokenThatNoHeaderCanCarryIsRefusedAtStartWithoutQuotingIt(String token) {
        assertThatThrownBy(() -> new BearerTokenAuthenticator(Secret.ofText(token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a bearer token must be");
    }

    private Outcome outcome(String authorization) {
        return authenticator.authenticate(request("POST", "Authorization", authorization));
    }

    private static void assertRefused(Outcome outcome, int status, String challenge) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.challenge()).isEqualTo(challenge);
            assertThat(refused.message()).doesNotContain("sesam");
        });
    }
}
